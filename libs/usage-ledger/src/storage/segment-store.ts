import type { Database } from '@app/platform';
import { ISO } from './shard-head.js';

/** One segment as stored; see `SegmentHeader` for what its chain link covers. */
export interface SegmentRow {
  readonly shard: number;
  readonly seq: bigint;
  readonly incarnation: number;
  readonly recordedAt: string;
  readonly firstOffset: bigint;
  readonly nextOffset: bigint;
  readonly records: number;
  readonly events: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly forwarded: number;
  /** Microseconds since 1970; null without events. */
  readonly occurredMinUs: bigint | null;
  readonly occurredMaxUs: bigint | null;
  readonly format: number;
  readonly rawBytes: number;
  readonly digests: Buffer;
  readonly chain: Buffer;
  readonly body: Buffer;
}

type Row = SegmentRow & Record<string, unknown>;

const MICROSECONDS = (column: string): string =>
  `(extract(epoch from ${column}) * 1000000)::bigint`;

const SELECT_SEGMENT = `select shard, seq, incarnation, ${ISO('recorded_at')} as "recordedAt",
  first_offset as "firstOffset", next_offset as "nextOffset", records, events, duplicates,
  quarantined, forwarded, ${MICROSECONDS('occurred_min')} as "occurredMinUs",
  ${MICROSECONDS('occurred_max')} as "occurredMaxUs", format, raw_bytes as "rawBytes",
  digests, chain, body from ledger.segment`;

/** Up to `limit` segments after `seq`, in order. */
export async function readSegmentsAfter(
  database: Database,
  shard: number,
  seq: bigint,
  limit: number,
): Promise<SegmentRow[]> {
  return database.query<Row>(
    `${SELECT_SEGMENT} where shard = $1 and seq > $2 order by seq limit $3`,
    [shard, seq, limit],
  );
}

export async function readSegment(
  database: Database,
  shard: number,
  seq: bigint,
): Promise<SegmentRow | undefined> {
  const rows = await database.query<Row>(`${SELECT_SEGMENT} where shard = $1 and seq = $2`, [
    shard,
    seq,
  ]);
  return rows[0];
}

/** The segments whose spans may hold these sequence numbers, newest first per number. */
export async function findSpans(
  database: Database,
  shard: number,
  keys: readonly {
    readonly sourceNo: number;
    readonly epoch: string;
    readonly sequence: string;
  }[],
): Promise<{ sourceNo: number; epoch: string; sequence: string; seqs: bigint[] }[]> {
  const rows = await database.query<{
    sourceNo: number;
    epoch: string;
    sequence: string;
    seqs: string[];
  }>(
    `select x.source_no as "sourceNo", x.epoch::text, x.sequence::text,
       array(select p.seq::text from ledger.source_span p
             where p.shard = $1 and p.source_no = x.source_no and p.epoch = x.epoch
               and p.lo <= x.sequence and x.sequence < p.hi order by p.seq desc) as seqs
     from unnest($2::int[], $3::numeric[], $4::numeric[]) x(source_no, epoch, sequence)`,
    [
      shard,
      keys.map(({ sourceNo }) => sourceNo),
      keys.map(({ epoch }) => epoch),
      keys.map(({ sequence }) => sequence),
    ],
  );
  return rows.map((row) => ({ ...row, seqs: row.seqs.map(BigInt) }));
}
