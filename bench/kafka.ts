import { CompressionTypes, Kafka, logLevel } from 'kafkajs';
import type { CorpusEvent } from './corpus.js';

const RETRY = {
  retries: 1_000,
  initialRetryTime: 100,
  maxRetryTime: 500,
  factor: 0,
  multiplier: 1.5,
};
const RECORDS_PER_SEND = 2_000;
/** Bytes of events that go into one send when each record is a batch of a thousand. */
const BATCHES_PER_SEND = 4;

export function kafkaOf(brokers: string, clientId: string): Kafka {
  return new Kafka({
    clientId,
    brokers: brokers.split(','),
    logLevel: logLevel.NOTHING,
    retry: RETRY,
  });
}

/** A fresh topic of one partition that holds the events, `perRecord` of them in each record. */
export async function fillTopic(
  brokers: string,
  topic: string,
  events: readonly CorpusEvent[],
  perRecord: number,
): Promise<void> {
  const kafka = kafkaOf(brokers, 'bench-filler');
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({
    waitForLeaders: true,
    topics: [topic, `${topic}.dlq`].map((name) => ({ topic: name, numPartitions: 1 })),
  });
  await admin.disconnect();

  const producer = kafka.producer({ retry: RETRY });
  await producer.connect();
  const records = perRecord === 1 ? events.map(structured) : batches(events, perRecord);
  const step = perRecord === 1 ? RECORDS_PER_SEND : BATCHES_PER_SEND;
  for (let from = 0; from < records.length; from += step) {
    await producer.send({
      topic,
      acks: -1,
      compression: CompressionTypes.None,
      messages: records.slice(from, from + step),
    });
  }
  await producer.disconnect();
}

interface FilledRecord {
  readonly key: string;
  readonly value: string;
  readonly headers: Record<string, string>;
}

function structured(event: CorpusEvent): FilledRecord {
  return {
    key: event.source,
    value: event.json,
    headers: { 'content-type': 'application/cloudevents+json' },
  };
}

function batches(events: readonly CorpusEvent[], perRecord: number): FilledRecord[] {
  const records: FilledRecord[] = [];
  for (let from = 0; from < events.length; from += perRecord) {
    const part = events.slice(from, from + perRecord);
    records.push({
      key: part[0]?.source ?? '',
      value: `[${part.map(({ json }) => json).join(',')}]`,
      headers: { 'content-type': 'application/cloudevents-batch+json' },
    });
  }
  return records;
}
