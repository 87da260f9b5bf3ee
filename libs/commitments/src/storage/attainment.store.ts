import { type Day } from '@app/calendar';
import { type Database } from '@app/platform';
import { type SeriesAttributes } from '@app/usage-ledger/domain';
import type { PoolClient } from 'pg';
import { type Lifecycle } from '../domain/index.js';
import { type CompactEntry } from '../projections/compact-entry.js';
import { type LedgerAddress } from '../projections/ledger-address.js';
import { type PositionBody } from '../projections/position.view.js';
import { addressOf, HEAD_COLUMNS, type HeadRow } from './attainment-head.store.js';

/** A headline as monitor wrote it, with the head that it holds at. */
export interface StoredHeadline {
  readonly head: LedgerAddress & { readonly computedAt: string };
  readonly body: PositionBody;
  readonly lifecycle: Lifecycle;
  readonly watermark: Day | null;
  readonly silentSources: string[];
}

/** One usage day of a commitment as monitor wrote it. */
export interface StoredDay {
  readonly day: Day;
  /** Plain decimal. */
  readonly counted: string;
}

export interface StoredDayEntries extends StoredDay {
  readonly position: string;
  readonly entries: readonly CompactEntry[];
}

/** Days of `[from, to)`, until there are enough entries besides the first day's. */
export interface EntryRange {
  readonly from: Day;
  readonly to: Day;
  readonly enough: number;
}

interface HeadlineRow extends HeadRow {
  readonly commitment_id: string;
  readonly body: PositionBody;
  readonly lifecycle: Lifecycle;
  readonly watermark: Day | null;
  readonly silent_sources: string[];
}

const HEADLINE = `select ${HEAD_COLUMNS}, a.commitment_id, a.body, a.lifecycle, a.watermark, a.silent_sources
  from attainment_head h cross join attainment a`;

/** Reads the attainment that monitor keeps. */
export class AttainmentStore {
  private readonly series = new Map<number, SeriesAttributes>();

  constructor(private readonly database: Database) {}

  /** One row by primary key; undefined while monitor has not folded the commitment. */
  async headline(commitmentId: string): Promise<StoredHeadline | undefined> {
    return (await this.headlines([commitmentId])).get(commitmentId);
  }

  async headlines(ids: readonly string[]): Promise<Map<string, StoredHeadline>> {
    const rows = await this.database.query<HeadlineRow & Record<string, unknown>>(
      `${HEADLINE} where a.commitment_id = any ($1)`,
      [ids],
    );
    return new Map(rows.map((row) => [row.commitment_id, toHeadline(row)]));
  }

  /** Headline, all days, and the entries of some, as of one moment. */
  async drawDown(
    commitmentId: string,
    range?: EntryRange,
  ): Promise<
    { headline: StoredHeadline; days: StoredDay[]; details: StoredDayEntries[] } | undefined
  > {
    return this.database.transaction(
      async (client) => {
        const { rows } = await client.query<HeadlineRow>(`${HEADLINE} where a.commitment_id = $1`, [
          commitmentId,
        ]);
        if (rows[0] === undefined) return undefined;
        const days = await client.query<StoredDay>(
          'select day, counted from attainment_day where commitment_id = $1 order by day',
          [commitmentId],
        );
        const details = range === undefined ? [] : await entries(client, commitmentId, range);
        return { headline: toHeadline(rows[0]), days: days.rows, details };
      },
      { isolation: 'repeatable read', readOnly: true },
    );
  }

  /** Attributes of the series with these numbers; the dictionary only grows, so it is kept. */
  async seriesAttributes(
    numbers: Iterable<number>,
  ): Promise<ReadonlyMap<number, SeriesAttributes>> {
    const missing = [...new Set(numbers)].filter((no) => !this.series.has(no));
    if (missing.length > 0) {
      const rows = await this.database.query<{ series_no: number; attrs: SeriesAttributes }>(
        'select series_no, attrs from attainment_series where series_no = any ($1)',
        [missing],
      );
      for (const { series_no: no, attrs } of rows) this.series.set(no, attrs);
    }
    return this.series;
  }
}

async function entries(
  client: PoolClient,
  commitmentId: string,
  { from, to, enough }: EntryRange,
): Promise<StoredDayEntries[]> {
  // In order of the day until there are enough lines besides the first day's.
  const { rows } = await client.query<StoredDayEntries>(
    `select day, counted, position, entries from (
       select *, sum(lines) over w - lines - first_value(lines) over w as before
       from attainment_day where commitment_id = $1 and day >= $2 and day < $3
       window w as (order by day)) as d
     where before < $4 order by day`,
    [commitmentId, from, to, enough],
  );
  return rows;
}

function toHeadline(row: HeadlineRow): StoredHeadline {
  return {
    head: { ...addressOf(row), computedAt: row.head_computed_at },
    body: row.body,
    lifecycle: row.lifecycle,
    watermark: row.watermark,
    silentSources: row.silent_sources,
  };
}
