import { randomBytes } from 'node:crypto';

import { Kafka, logLevel, type IHeaders, type Message } from 'kafkajs';

import { brokers } from './environment.js';

export interface TestTopic {
  readonly name: string;
  /** `<name>.dlq`, created with it, with as many partitions. */
  readonly deadLetterName: string;
  delete(): Promise<void>;
}

/** One record as a foreign producer sends it. */
export interface TestRecord {
  readonly key?: string | Buffer | null;
  readonly value: string | Buffer | null;
  readonly headers?: IHeaders;
  readonly partition?: number;
}

function client(): Kafka {
  const retry = { retries: 1000, initialRetryTime: 100, maxRetryTime: 500, factor: 0 };
  return new Kafka({
    clientId: 'spec',
    brokers: brokers(),
    logLevel: logLevel.NOTHING,
    retry: { ...retry, multiplier: 1.5 },
  });
}

/** A usage topic of its own for a spec file, and its dead-letter topic. */
export async function createTopic(numPartitions = 6): Promise<TestTopic> {
  const name = `spec.usage.${randomBytes(6).toString('hex')}`;
  const deadLetterName = `${name}.dlq`;
  const admin = client().admin();
  await admin.connect();
  try {
    await admin.createTopics({
      waitForLeaders: true,
      topics: [
        { topic: name, numPartitions },
        { topic: deadLetterName, numPartitions },
      ],
    });
  } finally {
    await admin.disconnect();
  }
  return {
    name,
    deadLetterName,
    async delete() {
      const remover = client().admin();
      await remover.connect();
      await remover.deleteTopics({ topics: [name, deadLetterName] });
      await remover.disconnect();
    },
  };
}

/** Sends records with acks=all, idempotently; resolves when the broker has confirmed them all. */
export async function produce(topic: string, records: readonly TestRecord[]): Promise<void> {
  const producer = client().producer({ idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  try {
    const messages = records.map((record): Message => ({ key: null, ...record }));
    await producer.send({ topic, acks: -1, messages });
  } finally {
    await producer.disconnect();
  }
}

/** High watermarks of the topic: partition to the offset that the next record will get. */
export async function endOffsets(topic: string): Promise<Map<number, bigint>> {
  const admin = client().admin();
  await admin.connect();
  try {
    const offsets = await admin.fetchTopicOffsets(topic);
    return new Map(offsets.map(({ partition, high }) => [partition, BigInt(high)]));
  } finally {
    await admin.disconnect();
  }
}

/** Reads the topic from its beginning until `count` records have come; values as text. */
export async function readAll(topic: string, count: number, deadlineMs = 15_000) {
  const groupId = `spec-reader-${randomBytes(6).toString('hex')}`;
  const consumer = client().consumer({ groupId, maxWaitTimeInMs: 100 });
  const records: { partition: number; value: string | null; headers: IHeaders }[] = [];
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`${topic}: ${records.length} of ${count} records in ${deadlineMs} ms`));
      }, deadlineMs);
      consumer
        .run({
          eachMessage({ partition, message }) {
            const value = message.value?.toString('utf8') ?? null;
            records.push({ partition, value, headers: message.headers ?? {} });
            if (records.length === count) {
              clearTimeout(timer);
              resolve();
            }
            return Promise.resolve();
          },
        })
        .catch(reject);
    });
  } finally {
    await consumer.disconnect();
  }
  return records;
}
