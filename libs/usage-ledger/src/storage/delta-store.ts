import type { Database } from '@app/platform';
import type { PoolClient } from 'pg';
import { ISO } from './shard-head.js';

/** One segment's contribution to the sums, still encoded. */
export interface DeltaRow {
  readonly shard: number;
  readonly seq: bigint;
  readonly nextOffset: bigint;
  readonly recordedAt: string;
  readonly body: Buffer;
}

type Row = DeltaRow & Record<string, unknown>;

const SELECT_DELTA = `select d.shard, d.seq, s.next_offset as "nextOffset",
  ${ISO('s.recorded_at')} as "recordedAt", d.body
  from ledger.bucket_delta d join ledger.segment s on s.shard = d.shard and s.seq = d.seq`;

/** Up to `limit` deltas of one shard after `seq`, in order. */
export async function readDeltasAfter(
  source: Database | PoolClient,
  shard: number,
  seq: bigint,
  limit: number,
): Promise<DeltaRow[]> {
  const text = `${SELECT_DELTA} where d.shard = $1 and d.seq > $2 order by d.seq limit $3`;
  return rowsOf(source, text, [shard, seq, limit]);
}

/** Up to `limit` deltas of one shard after `seq`, recorded at or before the instant. */
export async function readDeltasUntil(
  source: Database | PoolClient,
  shard: number,
  seq: bigint,
  asOf: string,
  limit: number,
): Promise<DeltaRow[]> {
  const text = `${SELECT_DELTA} where d.shard = $1 and d.seq > $2 and s.recorded_at <= $3
    order by d.seq limit $4`;
  return rowsOf(source, text, [shard, seq, asOf, limit]);
}

/** One segment's delta as it lies in its row; `days` in datemultirange text. */
export async function readDeltaOf(
  database: Database,
  shard: number,
  seq: bigint,
): Promise<{ lines: number; days: string; body: Buffer } | undefined> {
  const rows = await database.query<{ lines: number; days: string; body: Buffer }>(
    'select lines, days::text, body from ledger.bucket_delta where shard = $1 and seq = $2',
    [shard, seq],
  );
  return rows[0];
}

/** Per shard up to `limit` deltas after the vector, in (shard, seq) order. */
export async function readNewDeltas(
  database: Database,
  vector: ReadonlyMap<number, bigint>,
  limit: number,
): Promise<DeltaRow[]> {
  return database.query<Row>(
    `select d.shard, d.seq, s.next_offset as "nextOffset", ${ISO('s.recorded_at')} as "recordedAt",
       d.body
     from ledger.shard_head h
     left join unnest($1::int[], $2::bigint[]) v(shard, seq) on v.shard = h.shard
     cross join lateral (
       select * from ledger.bucket_delta b
       where b.shard = h.shard and b.seq > coalesce(v.seq, 0) order by b.seq limit $3
     ) d
     join ledger.segment s on s.shard = d.shard and s.seq = d.seq
     where h.next_seq - 1 > coalesce(v.seq, 0)
     order by d.shard, d.seq`,
    [[...vector.keys()], [...vector.values()], limit],
  );
}

async function rowsOf(
  source: Database | PoolClient,
  text: string,
  values: unknown[],
): Promise<DeltaRow[]> {
  if ('pool' in source) return source.query<Row>(text, values);
  return (await source.query<Row>(text, values)).rows;
}
