import type { UsageEvent } from '@app/wire';
import type { Database } from '@app/platform';
import type { FoldedLine } from '../domain/cell-fold.js';
import type { SegmentCounts } from '../domain/chain.js';
import type { SegmentAppend } from '../storage/append-segment.js';

/** A segment that is durable. */
export interface CommittedSegment {
  readonly shard: number;
  readonly seq: bigint;
  readonly recordedAt: string;
  readonly nextOffset: bigint;
  readonly counts: SegmentCounts;
  /** What it adds to the sums, sorted by series, start, end. */
  readonly lines: readonly FoldedLine[];
  /** Kafka timestamp of its last record, ms since 1970. */
  readonly newestTimestampMs: number;
}

/** What a shard's writer needs from the process around it. */
export interface WriterPorts {
  readonly database: Database;
  /** Milliseconds since 1970. */
  nowMs(): number;
  /** Appends until the answer is known; its `recorded_at`. Throws the writer's errors. */
  append(append: SegmentAppend): Promise<string>;
  /** Produces events to their home shard's partition; resolves when the broker has confirmed. */
  forward(home: number, events: readonly UsageEvent[]): Promise<void>;
  onCommitted(segment: CommittedSegment): void;
  /** The batch in flight failed: the next call of the writer throws why. */
  onFailure(): void;
}
