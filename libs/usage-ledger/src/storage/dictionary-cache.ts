import type { SegmentDictionaries } from '@app/wire';
import type { Database } from '@app/platform';
import type { PoolClient } from 'pg';
import type { LedgerSeries, SeriesAttributes } from '../domain/ledger.types.js';

interface CachedSeries extends LedgerSeries {
  readonly sinceSeq: bigint;
}

/** One shard's dictionary rows, read once each: they never change and are numbered without gaps. */
export class DictionaryCache implements SegmentDictionaries {
  private readonly sourceUris: string[] = [];
  private readonly seriesRows: CachedSeries[] = [];

  constructor(
    private readonly shard: number,
    private readonly reader: Database | PoolClient,
  ) {}

  source(sourceNo: number): string {
    const uri = this.sourceUris[sourceNo];
    if (uri === undefined) throw new Error(`shard ${this.shard} has no source ${sourceNo}`);
    return uri;
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
    return this.seriesRows.filter(({ sinceSeq }) => sinceSeq === seq).map(toSeries);
  }

  /** Reads what was added since: call it after reading the segments that refer to it. */
  async refresh(): Promise<void> {
    const sources = await this.rows<{ uri: string }>(
      'select uri from ledger.source where shard = $1 and source_no >= $2 order by source_no',
      this.sourceUris.length,
    );
    const series = await this.rows<{ digest: string; attrs: SeriesAttributes; sinceSeq: bigint }>(
      `select encode(digest, 'hex') as digest, attrs, since_seq as "sinceSeq" from ledger.series
       where shard = $1 and series_no >= $2 order by series_no`,
      this.seriesRows.length,
    );
    this.sourceUris.push(...sources.map(({ uri }) => uri));
    for (const row of series) this.seriesRows.push(row);
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
