import { parseDetail, type StoredQuarantine, UsageLedgerReader } from '@app/usage-ledger';
import type { QuarantinedEvent } from '@app/wire';
import { Injectable } from '@nestjs/common';
import type { Slice } from '../request/cursor.js';

interface Place {
  readonly shard: number;
  readonly seq: bigint;
  readonly line: number;
}

/** Quarantined events of all shards, in the order of (shard, seq, line). */
@Injectable()
export class QuarantineRows {
  constructor(private readonly ledger: UsageLedgerReader) {}

  async read({ limit, after }: Slice): Promise<{ data: QuarantinedEvent[]; next: string | null }> {
    const start = after === undefined ? undefined : placeOf(after);
    const shards = (await this.ledger.head()).map(({ shard }) => shard).sort((a, b) => a - b);
    const data: QuarantinedEvent[] = [];
    for (const shard of shards) {
      if (start !== undefined && shard < start.shard) continue;
      const from = shard === start?.shard ? start : undefined;
      const rows = await this.ledger.quarantine(shard, from, limit - data.length);
      data.push(...rows.map(shown));
      if (data.length === limit) return { data, next: data.at(-1)?.quarantineId ?? null };
    }
    return { data, next: null };
  }
}

function shown(row: StoredQuarantine): QuarantinedEvent {
  const { pointer, message, source, id, recorded } = parseDetail(row.detail);
  return {
    quarantineId: `${row.shard}-${row.seq.toString()}-${row.line}`,
    shard: row.shard,
    seq: row.seq.toString(),
    line: row.line,
    offset: row.offset.toString(),
    ordinal: row.ord,
    code: row.code,
    pointer,
    detail: message,
    source: source ?? null,
    eventId: id ?? null,
    recorded: recorded ?? null,
    rawBase64: row.raw.toString('base64'),
    resolution: row.resolution,
  };
}

function placeOf(quarantineId: string): Place {
  const [shard = '0', seq = '0', line = '0'] = quarantineId.split('-');
  return { shard: Number(shard), seq: BigInt(seq), line: Number(line) };
}
