import type { PoolClient } from 'pg';

export interface SourceRow {
  readonly sourceNo: number;
  readonly uri: string;
  readonly sinceSeq: bigint;
}

export interface SeriesRow {
  readonly seriesNo: number;
  readonly digest: Buffer;
  /** As jsonb prints it: equal content, but not the canonical text. */
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly sinceSeq: bigint;
}

export async function readSources(client: PoolClient, shard: number): Promise<SourceRow[]> {
  const { rows } = await client.query<SourceRow>(
    `select source_no as "sourceNo", uri, since_seq as "sinceSeq" from ledger.source
     where shard = $1 order by source_no`,
    [shard],
  );
  return rows;
}

export async function readSeries(client: PoolClient, shard: number): Promise<SeriesRow[]> {
  const { rows } = await client.query<SeriesRow>(
    `select series_no as "seriesNo", digest, attrs, since_seq as "sinceSeq" from ledger.series
     where shard = $1 order by series_no`,
    [shard],
  );
  return rows;
}
