import type { Consumer as RawConsumer, EachBatchPayload } from 'kafkajs';
import { type ClientOptions, createClient, PATIENT } from './client.js';
import { readableRecords } from './codecs/refusals.js';
import { DeafConsumerError } from './kafka.errors.js';
import type { PartitionHandler } from './records.js';
import type { TopicAdmin } from './topic-admin.js';
import { Watchdog } from './watchdog.js';

export interface ConsumerOptions extends ClientOptions {
  readonly groupId: string;
  readonly topic: string;
  /** Partitions of the topic: up to 16 are handled at a time, so that one that waits starves none. */
  readonly partitions: number;
  readonly handler: PartitionHandler;
  /** For the watchdog's question whether records wait. */
  readonly admin: TopicAdmin;
  /** Called once when only a new process can go on consuming. */
  readonly onDeaf: (error: DeafConsumerError) => void;
}

/** Positions are the ledger's business: Kafka's committed offsets are hints. */
export interface Consumer {
  pause(partition: number): void;
  resume(partition: number): void;
  /** The next fetch of the partition starts at `offset`. */
  seek(partition: number, offset: bigint): void;
  /** Commits what the ledger has; an error means only that the hint is older. */
  commit(offsets: ReadonlyMap<number, bigint>): Promise<void>;
  stop(): Promise<void>;
}

const MEMBER_TIMEOUT_MS = 10_000;
const HEARTBEAT_MS = 3_000;
const MAX_WAIT_MS = 100;
const PARTITION_BYTES = 8 * 1024 * 1024;
const FETCH_BYTES = 64 * 1024 * 1024;
const MAX_CONCURRENT = 16;

/** Joins the group and delivers batches until stopped; never commits or resolves by itself. */
export async function startConsumer(options: ConsumerOptions): Promise<Consumer> {
  const { topic, handler } = options;
  const raw = createClient(options, PATIENT).consumer({
    groupId: options.groupId,
    sessionTimeout: MEMBER_TIMEOUT_MS,
    rebalanceTimeout: MEMBER_TIMEOUT_MS,
    heartbeatInterval: HEARTBEAT_MS,
    maxWaitTimeInMs: MAX_WAIT_MS,
    maxBytesPerPartition: PARTITION_BYTES,
    maxBytes: FETCH_BYTES,
    allowAutoTopicCreation: false,
    readUncommitted: false,
    retry: PATIENT,
  });
  const watchdog = new Watchdog({ ...options, paused: () => pausedPartitions(raw, topic) });
  listen(raw, options, watchdog);
  await raw.connect();
  await raw.subscribe({ topics: [topic], fromBeginning: true });
  await raw.run({
    autoCommit: false,
    eachBatchAutoResolve: false,
    partitionsConsumedConcurrently: Math.min(options.partitions, MAX_CONCURRENT),
    eachBatch: (payload) => deliver(payload, handler, watchdog),
  });
  watchdog.start();
  return controls(raw, topic, watchdog);
}

function listen(raw: RawConsumer, { topic, handler }: ConsumerOptions, watchdog: Watchdog): void {
  raw.on(raw.events.GROUP_JOIN, ({ payload }) => {
    const partitions = payload.memberAssignment[topic] ?? [];
    watchdog.assigned(partitions);
    handler.assigned(partitions);
  });
  raw.on(raw.events.CRASH, ({ payload }) => {
    if (payload.restart) watchdog.restarted(payload.error);
    else watchdog.dead(payload.error);
  });
  raw.on(raw.events.END_BATCH_PROCESS, ({ payload }) => {
    if (payload.topic !== topic || payload.batchSize > 0) return;
    const nextOffset = BigInt(payload.lastOffset) + 1n;
    watchdog.progressed(payload.partition, nextOffset);
    // Null in kafkajs when everything lay below the position that was asked for.
    const first = payload.firstOffset as string | null;
    handler.skipped(
      payload.partition,
      first === null ? nextOffset - 1n : BigInt(first),
      nextOffset,
    );
  });
}

async function deliver(
  payload: EachBatchPayload,
  handler: PartitionHandler,
  watchdog: Watchdog,
): Promise<void> {
  const { batch } = payload;
  const { records, refusal } = readableRecords(batch.messages);
  const last = records.at(-1);
  const whole = records.length === batch.messages.length;
  const nextOffset = BigInt(whole ? batch.lastOffset() : (last?.offset ?? -1)) + 1n;
  await handler.handle({
    partition: batch.partition,
    // Missing from kafkajs' types, set by its constructor.
    fetchedOffset: BigInt((batch as unknown as { fetchedOffset: string }).fetchedOffset),
    nextOffset,
    highWatermark: BigInt(batch.highWatermark),
    ...(refusal === undefined ? { records } : { records: [], refusal }),
    beat: () => payload.heartbeat(),
    accept: () => {
      // kafkajs resolves the whole batch, control records too, by its last visible message.
      if (last !== undefined) payload.resolveOffset(last.offset);
      watchdog.progressed(batch.partition, nextOffset);
    },
  });
}

function pausedPartitions(raw: RawConsumer, topic: string): number[] {
  return raw.paused().find((paused) => paused.topic === topic)?.partitions ?? [];
}

function controls(raw: RawConsumer, topic: string, watchdog: Watchdog): Consumer {
  // Between a crash and its restart there is no group to act on: all three fail then, and the
  // handler decides anew at the first batch after the next join.
  const whileRunning = (act: () => void): void => {
    try {
      act();
    } catch (error) {
      if (!String(error).includes('not initialized')) throw error;
    }
  };
  return {
    pause: (partition) => {
      whileRunning(() => {
        raw.pause([{ topic, partitions: [partition] }]);
      });
    },
    resume: (partition) => {
      watchdog.touch();
      whileRunning(() => {
        raw.resume([{ topic, partitions: [partition] }]);
      });
    },
    seek: (partition, offset) => {
      watchdog.moved(partition, offset);
      whileRunning(() => {
        raw.seek({ topic, partition, offset: offset.toString() });
      });
    },
    commit: async (offsets) => {
      const rows = [...offsets].map(([partition, offset]) => ({
        topic,
        partition,
        offset: offset.toString(),
      }));
      if (rows.length > 0) await raw.commitOffsets(rows);
    },
    stop: async () => {
      watchdog.stop();
      await raw.disconnect();
    },
  };
}
