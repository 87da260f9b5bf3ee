import {
  appendUntilKnown,
  BucketProjector,
  type CommittedSegment,
  HaltRule,
  type LedgerRecord,
  ShardWriter,
} from '@app/usage-ledger';
import { type UsageEvent } from '@app/wire';
import { type ShardFixture } from './shard-fixture.js';

/** A writer with its shard around it, and what it told. */
export interface OpenWriter {
  readonly writer: ShardWriter;
  readonly committed: CommittedSegment[];
  readonly forwarded: { home: number; events: readonly UsageEvent[] }[];
  /** Decides the events, one a record, and makes them durable. */
  write(...events: object[]): Promise<void>;
  /** Decides one record with this value. */
  writeRaw(value: string, key?: string): Promise<void>;
}

export async function openWriter(
  { database, shard, partition }: ShardFixture,
  lenientUntil = 0n,
  appendWith: typeof appendUntilKnown = appendUntilKnown,
): Promise<OpenWriter> {
  const committed: CommittedSegment[] = [];
  const forwarded: OpenWriter['forwarded'] = [];
  const never = new AbortController().signal;
  const { writer } = await ShardWriter.load(
    {
      database,
      nowMs: () => Date.now(),
      append: (append) => appendWith(database, append, { signal: never, outage: () => undefined }),
      forward: (home, events) => {
        forwarded.push({ home, events });
        return Promise.resolve();
      },
      onCommitted: (segment) => committed.push(segment),
      onFailure: () => undefined,
    },
    shard,
    partition,
    new HaltRule(),
    lenientUntil,
  );
  const take = async (records: readonly LedgerRecord[]) => {
    await writer.take(records, (records.at(-1)?.offset ?? -1n) + 1n);
    await writer.flush();
  };
  return {
    writer,
    committed,
    forwarded,
    write: (...events) =>
      take(events.map((event, i) => record(writer.expected + BigInt(i), JSON.stringify(event)))),
    writeRaw: (value, key = 'exporter/a') => take([record(writer.expected, value, key)]),
  };
}

function record(offset: bigint, value: string, key = 'exporter/a'): LedgerRecord {
  return {
    offset,
    timestampMs: 1_770_000_000_000,
    key: Buffer.from(key),
    value: Buffer.from(value),
    headers: { 'content-type': Buffer.from('application/cloudevents+json') },
  };
}

/** A usage event of 1 token-hour on 1 March 2026; `id` and all else can be changed. */
export function usage(id: string, data: object = {}, attributes: object = {}): object {
  return {
    specversion: '1.0',
    type: 'commitment.usage.v1',
    source: 'exporter/a',
    id,
    ...attributes,
    data: {
      chargePeriodStart: '2026-03-01T10:00:00Z',
      chargePeriodEnd: '2026-03-01T11:00:00Z',
      skuId: 'sku-1',
      consumedQuantity: '1',
      consumedUnit: 'tokens',
      ...data,
    },
  };
}

/** The same with a place in epoch 1. */
export function counted(sequence: number, data: object = {}): object {
  return usage(`e-${sequence}`, data, { epoch: '1', sequence: String(sequence) });
}

export async function project({ database, shard }: ShardFixture, target: bigint): Promise<void> {
  await new BucketProjector(database, shard).flush(target);
}
