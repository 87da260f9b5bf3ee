import { type PoolClient } from 'pg';
import { type ArrivalRecord, observeArrival, usualPauseSeconds } from '../domain/cadence.js';
import { type SourceFacts } from '../domain/index.js';

/** A record is written at most so often: a pause that short is never news. */
const WRITE_EVERY_MS = 60_000;

/**
 * What is known of each source's arrivals. Kept in memory while one holder of the monitor's lease
 * writes it (`fence`), and read again by the next.
 */
export class ArrivalStore {
  private records = new Map<string, ArrivalRecord>();
  private written = new Map<string, ArrivalRecord>();
  private fence: bigint | null = null;

  /** The same sources with the cadence that was seen. */
  async observe(
    client: PoolClient,
    fence: bigint,
    sources: readonly SourceFacts[],
  ): Promise<SourceFacts[]> {
    if (this.fence !== fence) await this.load(client, fence);
    const seen = sources.map((source) => this.take(source));
    await this.write(client, sources);
    return seen;
  }

  private take(source: SourceFacts): SourceFacts {
    const record = observeArrival(this.records.get(source.source), source.lastRecordedAt);
    this.records.set(source.source, record);
    return { ...source, cadenceSeconds: source.cadenceSeconds ?? usualPauseSeconds(record) };
  }

  private async load(client: PoolClient, fence: bigint): Promise<void> {
    const { rows } = await client.query<{ source: string; record: ArrivalRecord }>(
      'select source, record from source_arrival',
    );
    this.records = new Map(rows.map(({ source, record }) => [source, record]));
    this.written = new Map(this.records);
    this.fence = fence;
  }

  private async write(client: PoolClient, sources: readonly SourceFacts[]): Promise<void> {
    const due = sources
      .map(({ source }) => ({ source, record: this.records.get(source) }))
      .filter(({ source, record }) => isDue(record, this.written.get(source)));
    if (due.length === 0) return;
    await client.query(
      `insert into source_arrival (source, record)
       select * from unnest($1::text[], $2::jsonb[])
       on conflict (source) do update set record = excluded.record`,
      [due.map(({ source }) => source), due.map(({ record }) => JSON.stringify(record))],
    );
    // Should the transaction fail, the next write is a minute late: harmless.
    for (const { source, record } of due) if (record) this.written.set(source, record);
  }
}

function isDue(record: ArrivalRecord | undefined, written: ArrivalRecord | undefined): boolean {
  if (record === undefined || record === written) return false;
  if (written === undefined) return true;
  return Date.parse(record.lastRecordedAt) - Date.parse(written.lastRecordedAt) >= WRITE_EVERY_MS;
}
