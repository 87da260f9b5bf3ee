import type { Database } from '@app/platform';
import { ISO } from './shard-head.js';

/** Numbers of a shard's series by their digests in hex; series that the shard does not know are absent. */
export async function readSeriesNos(
  database: Database,
  shard: number,
  digests: readonly string[],
): Promise<Map<string, number>> {
  const rows = await database.query<{ digest: string; seriesNo: number }>(
    `select encode(digest, 'hex') as digest, series_no as "seriesNo" from ledger.series
     where shard = $1 and digest in (select decode(d, 'hex') from unnest($2::text[]) d)`,
    [shard, [...digests]],
  );
  return new Map(rows.map(({ digest, seriesNo }) => [digest, seriesNo]));
}

/** The delta of a segment that has lines on some of the days asked for. */
export interface DayDelta {
  readonly seq: bigint;
  readonly recordedAt: string;
  readonly body: Buffer;
}

/**
 * Up to `limit` deltas of a shard with lines on the days, after `after` and up to `until`, in order.
 *
 * @param days datemultirange text
 */
export async function readDeltasOfDays(
  database: Database,
  shard: number,
  days: string,
  { after, until }: { readonly after: bigint; readonly until: bigint },
  limit: number,
): Promise<DayDelta[]> {
  return database.query<DayDelta & Record<string, unknown>>(
    `select d.seq, ${ISO('s.recorded_at')} as "recordedAt", d.body
     from ledger.bucket_delta d join ledger.segment s on s.shard = d.shard and s.seq = d.seq
     where d.shard = $1 and d.seq > $2 and d.seq <= $3 and d.days && $4::datemultirange
     order by d.seq limit $5`,
    [shard, after, until, days, limit],
  );
}
