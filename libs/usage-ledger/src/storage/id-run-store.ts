import type { Database } from '@app/platform';
import type { PoolClient } from 'pg';
import { ENTRY_BYTES, SLICE_ENTRIES } from '../domain/id-run.js';

/** What stays in memory of a run: enough to know which slice may hold a hash. */
export interface IdRunRow {
  readonly level: number;
  readonly firstSeq: bigint;
  readonly part: number;
  readonly lastSeq: bigint;
  readonly keys: number;
  readonly filter: Buffer;
  /** The first hash (8 bytes) of each 4,096 entries. */
  readonly fences: Buffer;
}

export async function readIdRuns(client: PoolClient, shard: number): Promise<IdRunRow[]> {
  const { rows } = await client.query<IdRunRow>(
    `select level, first_seq as "firstSeq", part, last_seq as "lastSeq", keys, filter,
       (select string_agg(substring(entries from i * ${SLICE_ENTRIES * ENTRY_BYTES} + 1 for 8), ''::bytea order by i)
        from generate_series(0, (keys - 1) / ${SLICE_ENTRIES}) i) as fences
     from ledger.id_run where shard = $1 order by first_seq, part`,
    [shard],
  );
  return rows;
}

/** Entries of slices `first` to `last` of one run. */
export async function readSlice(
  database: Database,
  shard: number,
  { level, firstSeq, part }: IdRunRow,
  { first, last }: { readonly first: number; readonly last: number },
): Promise<Buffer> {
  const bytes = SLICE_ENTRIES * ENTRY_BYTES;
  const rows = await database.query<{ slice: Buffer }>(
    `select substring(entries from $5 for $6) as slice from ledger.id_run
     where shard = $1 and level = $2 and first_seq = $3 and part = $4`,
    [shard, level, firstSeq, part, first * bytes + 1, (last - first + 1) * bytes],
  );
  const slice = rows[0]?.slice;
  if (slice === undefined) throw new Error(`shard ${shard}: id run ${firstSeq}/${part} is gone`);
  return slice;
}
