import type { Cell, LedgerSeries, SourceFreshness, SourceTrailer } from '../domain/ledger.types.js';

/** All usage sums at one position; the same vector gives the same sums for ever. */
export interface UsageSnapshot {
  /** Last segment per shard; a shard without segments is absent. */
  readonly vector: Map<number, bigint>;
  /** Per shard the Kafka offset after the last record that is in. */
  readonly offsets: Map<number, bigint>;
  /** Of the newest segment, ISO 8601 in UTC; null in an empty ledger. */
  readonly recordedAt: string | null;
  /** By digest, without repetition. */
  readonly series: LedgerSeries[];
  /** Sums per shard: the same series and period may appear once for each shard. */
  readonly cells: Cell[];
  readonly sources: SourceFreshness[];
}

/** What one segment added. */
export interface SegmentDelta {
  readonly shard: number;
  readonly seq: bigint;
  readonly nextOffset: bigint;
  readonly recordedAt: string;
  /** Series that the shard meets here for the first time. */
  readonly series: LedgerSeries[];
  readonly cells: Cell[];
  readonly sources: SourceTrailer[];
}

/** Where one shard stands. */
export interface ShardHead {
  readonly shard: number;
  /** Last segment; 0 before the first. */
  readonly seq: bigint;
  readonly nextOffset: bigint;
  /** Null before the first segment. */
  readonly recordedAt: string | null;
  /** Why a person must act before it goes on; null while it runs. */
  readonly halted: string | null;
  readonly chain: string;
}

export function uniqueSeries(series: Iterable<LedgerSeries>): LedgerSeries[] {
  return [...new Map([...series].map((one) => [one.digest, one])).values()];
}
