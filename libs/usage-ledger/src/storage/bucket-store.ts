import type { PoolClient } from 'pg';
import { formatE18, parseE18 } from '@app/money';
import { dayNumber, formatDay } from '@app/calendar';
import type { FoldedLine } from '../domain/cell-fold.js';

const SUMS = ['quantity', 'billed', 'list', 'contracted', 'effective'] as const;

// Driven by the head row, so that on Citus it is one local task; rows are locked in key order.
const UPSERT = `insert into ledger.bucket as b
    (shard, version, series_no, start_day, end_day, events, ${SUMS.join(', ')})
  select g.shard, $2, x.series_no, x.start_day, x.end_day, x.events, ${SUMS.map((sum) => `x.${sum}`).join(', ')}
  from ledger.shard_head g, unnest($3::int[], $4::date[], $5::date[], $6::bigint[],
    ${SUMS.map((_, i) => `$${7 + i}::numeric[]`).join(', ')}) x(series_no, start_day, end_day, events, ${SUMS.join(', ')})
  where g.shard = $1
  on conflict (shard, version, series_no, start_day, end_day) do update set
    events = b.events + excluded.events, ${SUMS.map((sum) => `${sum} = b.${sum} + excluded.${sum}`).join(', ')}`;

/** Adds lines (sorted by series, start, end) to the sums of one shard and version. */
export async function addToBuckets(
  client: PoolClient,
  shard: number,
  version: number,
  lines: readonly FoldedLine[],
): Promise<void> {
  if (lines.length === 0) return;
  await client.query({
    name: 'add-to-buckets',
    text: UPSERT,
    values: [
      shard,
      version,
      lines.map(({ seriesNo }) => seriesNo),
      lines.map(({ startDay }) => formatDay(startDay)),
      lines.map(({ endDay }) => formatDay(endDay)),
      lines.map(({ events }) => events),
      ...SUMS.map((_, i) => lines.map(({ sums }) => textOf(sums[i] ?? null))),
    ],
  });
}

/** Sums of one series and period as the read model has them. */
export interface BucketRow extends Omit<FoldedLine, 'events'> {
  readonly shard: number;
  readonly events: bigint;
}

/** All buckets of the given version, by shard, series, start, end. */
export async function readBuckets(client: PoolClient, version: number): Promise<BucketRow[]> {
  const { rows } = await client.query<
    { shard: number; seriesNo: number; startDay: string; endDay: string; events: bigint } & Record<
      (typeof SUMS)[number],
      string | null
    >
  >(
    `select shard, series_no as "seriesNo", start_day as "startDay", end_day as "endDay", events,
       ${SUMS.join(', ')}
     from ledger.bucket where version = $1 order by shard, series_no, start_day, end_day`,
    [version],
  );
  return rows.map((row) => ({
    shard: row.shard,
    seriesNo: row.seriesNo,
    startDay: dayNumber(row.startDay),
    endDay: dayNumber(row.endDay),
    events: row.events,
    sums: SUMS.map((sum) => {
      const text = row[sum];
      return text === null ? null : parseE18(text);
    }),
  }));
}

function textOf(sum: bigint | null): string | null {
  return sum === null ? null : formatE18(sum);
}
