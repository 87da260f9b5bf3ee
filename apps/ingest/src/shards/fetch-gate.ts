import { type KafkaRecord, type PartitionBatch, singleHeaders } from '@app/kafka';
import { crc32c, type LedgerRecord } from '@app/usage-ledger';
import type { ShardFeed } from './shard-feed.js';

/** The last record below the head: it must still be what it was. */
export interface Tail {
  readonly offset: bigint;
  readonly crc: number;
}

/** What to do with a fetched batch. */
export type Verdict = 'take' | 'nothing-new' | 'ahead' | 'recreated';

/** Lets through what the shard has not decided on yet, in order and without gaps. */
export class FetchGate {
  private tail: Tail | null = null;

  constructor(private readonly feed: ShardFeed) {}

  /** @param tail where fetching starts, when the record there is to be compared first */
  reset(expected: bigint, tail: Tail | null): void {
    this.tail = tail;
    this.feed.reset(expected);
  }

  /** Where fetching must go on. */
  get wanted(): bigint {
    return this.tail?.offset ?? this.feed.expected;
  }

  /** The tail is gone from the broker: nothing to compare with. */
  forgetTail(): void {
    this.tail = null;
  }

  judge(batch: PartitionBatch): Verdict {
    if (batch.fetchedOffset > this.wanted) return 'ahead';
    if (this.tail !== null && batch.nextOffset > this.tail.offset) {
      if (!holds(batch.records, this.tail)) return 'recreated';
      this.tail = null;
    }
    return batch.nextOffset <= this.feed.expected ? 'nothing-new' : 'take';
  }

  /** Control or aborted records only; false when records before them are missing. */
  skip(firstOffset: bigint, nextOffset: bigint): boolean {
    if (firstOffset > this.wanted) return false;
    if (nextOffset > this.feed.expected) this.feed.push({ records: [], nextOffset });
    return true;
  }

  /** What the shard needs next cannot be read: it stops once everything before is durable. */
  refuse(reason: string): void {
    this.feed.push({ records: [], nextOffset: this.feed.expected, unreadable: reason });
  }

  take(batch: PartitionBatch): void {
    const { expected } = this.feed;
    const records: LedgerRecord[] = [];
    for (const record of batch.records) {
      const offset = BigInt(record.offset);
      if (offset >= expected) records.push(ledgerRecord(record, offset));
    }
    this.feed.push({ records, nextOffset: batch.nextOffset });
  }
}

function holds(records: readonly KafkaRecord[], tail: Tail): boolean {
  const record = records.find(({ offset }) => BigInt(offset) === tail.offset);
  return record !== undefined && crc32c(record.value ?? Buffer.alloc(0)) === tail.crc;
}

function ledgerRecord(record: KafkaRecord, offset: bigint): LedgerRecord {
  return {
    offset,
    timestampMs: Number(record.timestamp),
    key: record.key,
    value: record.value,
    headers: singleHeaders(record.headers),
  };
}
