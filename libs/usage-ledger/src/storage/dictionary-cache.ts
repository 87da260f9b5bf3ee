import type { SegmentDictionaries } from '@app/wire';
import type { Database } from '@app/platform';
import type { PoolClient } from 'pg';
import type { DictionaryRow } from '../domain/row-digest.js';
import type { LedgerSeries, SeriesAttributes } from '../domain/ledger.types.js';

interface CachedSeries extends LedgerSeries {
  readonly sinceSeq: bigint;
}

/** One shard's dictionary rows, read once each: they never change and are numbered without gaps. */
export class DictionaryCache implements SegmentDictionaries {
  private readonly sourceRows: { readonly uri: string; readonly sinceSeq: bigint }[] = [];
  private readonly sourceNos = new Map<string, number>();
  private readonly seriesRows: CachedSeries[] = [];
  private readonly seriesBySeq = new Map<bigint, CachedSeries[]>();

  constructor(
    private readonly shard: number,
    private readonly reader: Database | PoolClient,
  ) {}

  source(sourceNo: number): string {
    const uri = this.sourceRows[sourceNo]?.uri;
    if (uri === undefined) throw new Error(`shard ${this.shard} has no source ${sourceNo}`);
    return uri;
  }

  /** @throws when the shard has no such source */
  sourceNo(uri: string): number {
    const sourceNo = this.sourceNos.get(uri);
    if (sourceNo === undefined) throw new Error(`shard ${this.shard} has no source ${uri}`);
    return sourceNo;
  }

  /** Whether segments up to `seq` know the source. */
  knowsSource(uri: string, seq: bigint): boolean {
    const sourceNo = this.sourceNos.get(uri);
    return sourceNo !== undefined && (this.sourceRows[sourceNo]?.sinceSeq ?? seq) <= seq;
  }

  series(seriesNo: number): SeriesAttributes {
    return this.ledgerSeries(seriesNo).attrs;
  }

  ledgerSeries(seriesNo: number): CachedSeries {
    const row = this.seriesRows[seriesNo];
    if (row === undefined) throw new Error(`shard ${this.shard} has no series ${seriesNo}`);
    return row;
  }

  /** Every cached series that segments up to `seq` know. */
  seriesUntil(seq: bigint): LedgerSeries[] {
    return this.seriesRows.filter(({ sinceSeq }) => sinceSeq <= seq).map(toSeries);
  }

  /** Every cached series that segment `seq` added. */
  seriesOf(seq: bigint): LedgerSeries[] {
    return (this.seriesBySeq.get(seq) ?? []).map(toSeries);
  }

  /** How many rows segments up to `seq` know. */
  countsUntil(seq: bigint): { sources: number; series: number } {
    const known = (rows: readonly { sinceSeq: bigint }[]): number =>
      rows.filter(({ sinceSeq }) => sinceSeq <= seq).length;
    return { sources: known(this.sourceRows), series: known(this.seriesRows) };
  }

  /** The dictionary rows that segment `seq` added, as its digest covers them. */
  rowsOf(seq: bigint, attrsText: (attrs: SeriesAttributes) => string): DictionaryRow[] {
    const sources = this.sourceRows.flatMap(({ uri, sinceSeq }, no) =>
      sinceSeq === seq ? [{ kind: 'source' as const, no, uri }] : [],
    );
    const series = this.seriesRows.flatMap(({ digest, attrs, sinceSeq }, no) =>
      sinceSeq === seq
        ? [
            {
              kind: 'series' as const,
              no,
              digest: Buffer.from(digest, 'hex'),
              attrs: attrsText(attrs),
            },
          ]
        : [],
    );
    return [...sources, ...series];
  }

  /**
   * Reads what was added since: call it after reading the segments that refer to it. Calls may
   * overlap: a row that another one has brought meanwhile is passed over.
   */
  async refresh(): Promise<void> {
    const sources = await this.rows<{ no: number; uri: string; sinceSeq: bigint }>(
      `select source_no as no, uri, since_seq as "sinceSeq" from ledger.source
       where shard = $1 and source_no >= $2 order by source_no`,
      this.sourceRows.length,
    );
    const series = await this.rows<{
      no: number;
      digest: string;
      attrs: SeriesAttributes;
      sinceSeq: bigint;
    }>(
      `select series_no as no, encode(digest, 'hex') as digest, attrs, since_seq as "sinceSeq"
       from ledger.series where shard = $1 and series_no >= $2 order by series_no`,
      this.seriesRows.length,
    );
    for (const row of sources) {
      if (row.no === this.sourceRows.length) {
        this.sourceNos.set(row.uri, this.sourceRows.push(row) - 1);
      }
    }
    for (const row of series) {
      if (row.no !== this.seriesRows.length) continue;
      this.seriesRows.push(row);
      const together = this.seriesBySeq.get(row.sinceSeq);
      if (together === undefined) this.seriesBySeq.set(row.sinceSeq, [row]);
      else together.push(row);
    }
  }

  private async rows<R extends object>(text: string, from: number): Promise<R[]> {
    const values = [this.shard, from];
    if ('pool' in this.reader) return this.reader.query<R & Record<string, unknown>>(text, values);
    return (await this.reader.query<R & Record<string, unknown>>(text, values)).rows;
  }
}

function toSeries({ digest, attrs }: CachedSeries): LedgerSeries {
  return { digest, attrs };
}
