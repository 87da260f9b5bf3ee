import type { Database } from '@app/platform';
import type { PoolClient } from 'pg';

/** The shard's only point of serialisation, and the Kafka offset that it stands at. */
export interface HeadRow {
  readonly shard: number;
  readonly incarnation: number;
  readonly nextOffset: bigint;
  readonly nextSeq: bigint;
  readonly chain: Buffer;
  /** ISO 8601 in UTC, or `-infinity` before the first segment. */
  readonly recordedAt: string;
  readonly nextSource: number;
  readonly nextSeries: number;
  /** Offset and CRC-32C of the last record below the head; null before the first. */
  readonly tailOffset: bigint | null;
  readonly tailCrc: bigint | null;
  readonly halted: string | null;
}

/** A timestamp as ISO 8601 in UTC with microseconds. */
export const ISO = (column: string): string =>
  `case when isfinite(${column}) then to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
        else ${column}::text end`;

const SELECT_HEAD = `select shard, incarnation, next_offset as "nextOffset", next_seq as "nextSeq",
  chain, ${ISO('recorded_at')} as "recordedAt", next_source as "nextSource",
  next_series as "nextSeries", tail_offset as "tailOffset", tail_crc as "tailCrc", halted
  from ledger.shard_head`;

export async function readHead(client: PoolClient, shard: number): Promise<HeadRow | undefined> {
  return (await client.query<HeadRow>(`${SELECT_HEAD} where shard = $1`, [shard])).rows[0];
}

export async function listHeads(database: Database): Promise<HeadRow[]> {
  return database.query<HeadRow & Record<string, unknown>>(`${SELECT_HEAD} order by shard`);
}

/** Why the shard is halted; null while it runs. */
export async function readHalt(database: Database, shard: number): Promise<string | null> {
  const rows = await database.query<{ halted: string | null }>(
    'select halted from ledger.shard_head where shard = $1',
    [shard],
  );
  return rows[0]?.halted ?? null;
}

/** Stops the shard until a person resumes it; the first reason stays. */
export async function haltShard(database: Database, shard: number, reason: string): Promise<void> {
  await database.query(
    'update ledger.shard_head set halted = $2 where shard = $1 and halted is null',
    [shard, reason],
  );
}

/** Lets a halted shard go on: a person looked into the reason and accepts it. */
export async function resumeShard(database: Database, shard: number): Promise<boolean> {
  const rows = await database.query(
    'update ledger.shard_head set halted = null where shard = $1 and halted is not null returning 1',
    [shard],
  );
  return rows.length === 1;
}
