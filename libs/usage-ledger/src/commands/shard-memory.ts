import {
  type SegmentDictionaries,
  type SeriesAttributes,
  seriesAttributes,
  seriesDigest,
  seriesKeyJson,
  type UsageEvent,
} from '@app/wire';
import type { SequenceState } from '../domain/sequence-state.js';
import type { HeadRow } from '../storage/shard-head.js';
import type { IdIndex } from './id-index.js';
import type { IdKey } from '../domain/id-hash.js';
import { seriesKey } from './series-key.js';

export interface NewSeries {
  readonly digest: Buffer;
  /** Canonical JSON. */
  readonly attrs: string;
}

/** What a segment adds to the dictionaries, numbered from the head's next numbers on. */
export interface NewRows {
  readonly sources: string[];
  readonly series: NewSeries[];
}

/**
 * One shard as its writer knows it. It runs ahead of the database by the open and the committing
 * batch, and equals it as long as nobody else moves the head.
 */
export class ShardMemory implements SegmentDictionaries {
  readonly shard: number;
  readonly incarnation: number;
  /** Of the next batch to close. */
  nextSeq: bigint;
  chain: Buffer;
  private readonly sourceUris: string[] = [];
  private readonly sourceNos = new Map<string, number>();
  private readonly seriesRows: SeriesAttributes[] = [];
  private readonly seriesByDigest = new Map<string, number>();
  private readonly seriesByKey = new Map<string, number>();

  constructor(
    head: HeadRow,
    readonly sequences: SequenceState,
    readonly ids: IdIndex,
    readonly idKey: IdKey,
  ) {
    this.shard = head.shard;
    this.incarnation = head.incarnation;
    this.nextSeq = head.nextSeq;
    this.chain = head.chain;
  }

  source(sourceNo: number): string {
    const uri = this.sourceUris[sourceNo];
    if (uri === undefined) throw new Error(`shard ${this.shard} has no source ${sourceNo}`);
    return uri;
  }

  series(seriesNo: number): SeriesAttributes {
    const attrs = this.seriesRows[seriesNo];
    if (attrs === undefined) throw new Error(`shard ${this.shard} has no series ${seriesNo}`);
    return attrs;
  }

  sourceNo(uri: string): number | undefined {
    return this.sourceNos.get(uri);
  }

  learnSource(uri: string): number {
    const sourceNo = this.sourceUris.push(uri) - 1;
    this.sourceNos.set(uri, sourceNo);
    return sourceNo;
  }

  learnSeries(attrs: SeriesAttributes, digest: Buffer): number {
    const seriesNo = this.seriesRows.push(attrs) - 1;
    this.seriesByDigest.set(digest.toString('hex'), seriesNo);
    return seriesNo;
  }

  /** The source's number; a new one stands in `added`, too. */
  internSource(uri: string, added: NewRows): number {
    const known = this.sourceNos.get(uri);
    if (known !== undefined) return known;
    added.sources.push(uri);
    return this.learnSource(uri);
  }

  /** The number of the event's series; a new one stands in `added`, too. */
  internSeries(event: UsageEvent, added: NewRows): number {
    const key = seriesKey(event);
    const cached = this.seriesByKey.get(key);
    if (cached !== undefined) return cached;
    const attrs = seriesAttributes(event);
    const digest = seriesDigest(attrs);
    let seriesNo = this.seriesByDigest.get(digest.toString('hex'));
    if (seriesNo === undefined) {
      seriesNo = this.learnSeries(attrs, digest);
      added.series.push({ digest, attrs: seriesKeyJson(attrs) });
    }
    this.seriesByKey.set(key, seriesNo);
    return seriesNo;
  }
}
