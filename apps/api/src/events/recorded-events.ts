import { UsageLedgerReader } from '@app/usage-ledger';
import { canonicalEvent, type EventAnswer, formatPosition } from '@app/wire';
import { Injectable, NotFoundException } from '@nestjs/common';

/** Events as the ledger holds them. */
@Injectable()
export class RecordedEvents {
  constructor(private readonly ledger: UsageLedgerReader) {}

  /** @throws NotFoundException when no accepted event has this name */
  async find(source: string, id: string): Promise<EventAnswer> {
    const found = await this.ledger.event(source, id);
    if (found === undefined) throw new NotFoundException(`no event "${id}" of "${source}"`);
    const { event, shard, seq, recordedAt } = found;
    return {
      event: JSON.parse(canonicalEvent(event)) as Record<string, unknown>,
      shard,
      seq: seq.toString(),
      position: formatPosition({ shards: new Map([[shard, seq]]) }),
      recordedAt,
    };
  }
}
