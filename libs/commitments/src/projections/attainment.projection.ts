import { type Day } from '@app/calendar';
import { type Database } from '@app/platform';
import { type SeriesAttributes } from '@app/usage-ledger/domain';
import type { PoolClient } from 'pg';
import { type Lifecycle } from '../domain/index.js';

/** What a commitment's headline row holds: the answer as it stands, without its `meta`. */
export interface HeadlineRow {
  readonly commitmentId: string;
  readonly contractId: string;
  readonly lifecycle: Lifecycle;
  /** JSON of the position view. */
  readonly body: string;
  readonly watermark: Day | null;
  readonly silentSources: readonly string[];
}

/** What one usage day adds to a commitment. */
export interface DayRow {
  readonly day: Day;
  /** Canonical decimal. */
  readonly counted: string;
  /** How many entries there are. */
  readonly lines: number;
  /** JSON of the day's entries in compact form. */
  readonly entries: string;
}

/** A series that entries name by number. */
export interface NumberedSeries {
  readonly seriesNo: number;
  readonly digest: string;
  readonly attrs: SeriesAttributes;
}

/** Writes the read models of attainment; always inside the flush that moves their head. */
export class AttainmentProjection {
  readonly name = 'attainment';
  readonly version = 1;

  constructor(private readonly database: Database) {}

  /** Numbers given to series so far. */
  async seriesNumbers(): Promise<Map<string, number>> {
    const rows = await this.database.query<{ digest: string; series_no: number }>(
      'select digest, series_no from attainment_series',
    );
    return new Map(rows.map((row) => [row.digest, row.series_no]));
  }

  async addSeries(client: PoolClient, series: readonly NumberedSeries[]): Promise<void> {
    if (series.length === 0) return;
    await client.query(
      `insert into attainment_series (series_no, digest, attrs)
       select * from unnest($1::int[], $2::text[], $3::json[])`,
      [
        series.map(({ seriesNo }) => seriesNo),
        series.map(({ digest }) => digest),
        series.map(({ attrs }) => JSON.stringify(attrs)),
      ],
    );
  }

  async saveHeadline(client: PoolClient, row: HeadlineRow, at: Date): Promise<void> {
    await client.query(
      `insert into attainment as a (commitment_id, contract_id, lifecycle, body, watermark, silent_sources, computed_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (commitment_id) do update set contract_id = excluded.contract_id,
         lifecycle = excluded.lifecycle, body = excluded.body,
         watermark = excluded.watermark, silent_sources = excluded.silent_sources,
         computed_at = excluded.computed_at`,
      [
        row.commitmentId,
        row.contractId,
        row.lifecycle,
        row.body,
        row.watermark,
        row.silentSources,
        at,
      ],
    );
  }

  /** Rows whose figures are what they were keep the position at which they last changed. */
  async saveDays(
    client: PoolClient,
    commitmentId: string,
    days: readonly DayRow[],
    position: string,
  ): Promise<void> {
    if (days.length === 0) return;
    await client.query(
      `insert into attainment_day as a (commitment_id, day, counted, lines, entries, position)
       select $1, x.day, x.counted, x.lines, x.entries, $6
       from unnest($2::date[], $3::numeric[], $4::int[], $5::json[]) x(day, counted, lines, entries)
       on conflict (commitment_id, day) do update set counted = excluded.counted,
         lines = excluded.lines, entries = excluded.entries, position = excluded.position
       where a.counted <> excluded.counted or a.entries::text <> excluded.entries::text`,
      [
        commitmentId,
        days.map(({ day }) => day),
        days.map(({ counted }) => counted),
        days.map(({ lines }) => lines),
        days.map(({ entries }) => entries),
        position,
      ],
    );
  }

  /** Removes the days on which nothing stands any more. */
  async keepDays(client: PoolClient, commitmentId: string, days: readonly Day[]): Promise<void> {
    await client.query(
      'delete from attainment_day where commitment_id = $1 and day <> all ($2::date[])',
      [commitmentId, days],
    );
  }
}
