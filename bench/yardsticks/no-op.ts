import { kafkaOf } from '../kafka.js';

/** Yardstick: kafkajs `eachBatch` that looks at nothing; events a second from first to last batch. */
export async function noOpConsumer(
  brokers: string,
  topic: string,
  group: string,
  events: number,
  records: number,
): Promise<number> {
  const consumer = kafkaOf(brokers, group).consumer({
    groupId: group,
    maxBytesPerPartition: 8 * 2 ** 20,
    maxWaitTimeInMs: 100,
  });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  let seen = 0;
  let began = 0;
  const finished = new Promise<number>((resolve) => {
    void consumer.run({
      autoCommit: false,
      eachBatch: ({ batch }) => {
        if (began === 0) began = performance.now();
        seen += batch.messages.length;
        if (seen >= records) resolve(performance.now());
        return Promise.resolve();
      },
    });
  });
  const ended = await finished;
  await consumer.disconnect();
  return events / ((ended - began) / 1_000);
}
