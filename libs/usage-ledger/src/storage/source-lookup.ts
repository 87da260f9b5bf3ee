import type { Database } from '@app/platform';

/** Every shard that has counted the source, and its number there. */
export async function readShardSources(
  database: Database,
  uri: string,
): Promise<{ shard: number; sourceNo: number }[]> {
  return database.query<{ shard: number; sourceNo: number }>(
    'select shard, source_no as "sourceNo" from ledger.source where uri = $1 order by shard',
    [uri],
  );
}

/** Segments whose spans may hold the sequence number, in any epoch, newest first. */
export async function findSequenceSegments(
  database: Database,
  shard: number,
  sourceNo: number,
  sequence: bigint,
): Promise<bigint[]> {
  const rows = await database.query<{ seq: bigint }>(
    `select distinct seq from ledger.source_span
     where shard = $1 and source_no = $2 and lo <= $3::numeric and hi > $3::numeric
     order by seq desc`,
    [shard, sourceNo, sequence.toString()],
  );
  return rows.map(({ seq }) => seq);
}
