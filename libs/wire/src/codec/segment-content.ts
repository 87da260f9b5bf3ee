import { type UsageEvent } from '../events/usage-event.js';
import { type SeriesAttributes } from '../series/series-attributes.js';

/** How a record was read: A usage block, B strict-shape scanner, C any valid JSON form. */
export const LANES = ['A', 'B', 'C'] as const;
export type Lane = (typeof LANES)[number];

/** One Kafka record. */
export interface SegmentMessage {
  readonly offset: bigint;
  readonly lane: Lane;
  /** How many events of this record the segment holds; the others were duplicates or refused. */
  readonly events: number;
  /** Kafka's record timestamp, milliseconds since 1970. */
  readonly timestampMs: number;
}

/** Stands for the value of a tag that was declared private: SHA-256(salt ‖ value). */
export interface PrivateHash {
  readonly tag: string;
  readonly sha256: Buffer;
}

export interface SegmentEvent {
  readonly sourceNo: number;
  readonly seriesNo: number;
  readonly event: UsageEvent;
  readonly privateHashes?: readonly PrivateHash[];
}

/** Messages in offset order; events in the order of their messages. */
export interface SegmentContent {
  readonly messages: readonly SegmentMessage[];
  readonly events: readonly SegmentEvent[];
}

/** The shard's dictionary rows. Both throw for a number that has none. */
export interface SegmentDictionaries {
  source(sourceNo: number): string;
  series(seriesNo: number): SeriesAttributes;
}
