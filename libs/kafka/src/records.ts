import type { IHeaders, KafkaMessage } from 'kafkajs';
import type { Refusal } from './codecs/codec.errors.js';

/** One record as the broker stored it; `offset` and `timestamp` (ms) are decimal text. */
export type KafkaRecord = KafkaMessage;

/** One record to send. Without `partition` the key decides (murmur2, like Java's producer). */
export interface OutgoingRecord {
  readonly key: string | Buffer | null;
  readonly value: string | Buffer | null;
  readonly headers?: Readonly<Record<string, string | Buffer>>;
  readonly partition?: number;
  /** Milliseconds since 1970; the time of producing when absent. */
  readonly timestamp?: string;
}

/** Records of one partition, in order, from one fetch. */
export interface PartitionBatch {
  readonly partition: number;
  /** The offset that was asked for: contiguous means that it is the expected one. */
  readonly fetchedOffset: bigint;
  /** The offset after everything fetched, control and aborted records included. */
  readonly nextOffset: bigint;
  readonly highWatermark: bigint;
  readonly records: readonly KafkaRecord[];
  /** Why the records from `fetchedOffset` to `nextOffset` could not be read: there are none then. */
  readonly refusal?: Refusal;
  /** Tells the group that this member lives; throws when the group is rebalancing. */
  beat(): Promise<void>;
  /** Moves the fetch position past this batch. Without it the same batch comes again. */
  accept(): void;
}

/** What consumes the partitions of one topic. */
export interface PartitionHandler {
  /** The partitions held from now on; called after each rebalance and not awaited. */
  assigned(partitions: readonly number[]): void;
  /** Throws only what `beat` throws. */
  handle(batch: PartitionBatch): Promise<void>;
  /** A fetch held nothing but control or aborted records: [firstOffset, nextOffset) is empty. */
  skipped(partition: number, firstOffset: bigint, nextOffset: bigint): void;
}

/** One value a name: of a repeated header the last one counts. */
export function singleHeaders(headers: IHeaders | undefined): Record<string, Buffer> {
  const single: Record<string, Buffer> = {};
  for (const name in headers) {
    const value = headers[name];
    const last = Array.isArray(value) ? value.at(-1) : value;
    if (last !== undefined) single[name] = typeof last === 'string' ? Buffer.from(last) : last;
  }
  return single;
}
