import { DataSource, EntitySchema } from 'typeorm';
import { kafkaOf } from '../kafka.js';

interface NaiveUsage {
  source: string;
  id: string;
  startAt: string;
  skuId: string;
  quantity: string;
}

const usageSchema = new EntitySchema<NaiveUsage>({
  name: 'naive_usage',
  columns: {
    source: { type: 'text', primary: true },
    id: { type: 'text', primary: true },
    startAt: { type: 'timestamptz', name: 'start_at' },
    skuId: { type: 'text', name: 'sku_id' },
    quantity: { type: 'numeric', precision: 38, scale: 18 },
  },
});

interface UsageJson {
  readonly source: string;
  readonly id: string;
  readonly data: { chargePeriodStart: string; skuId: string; consumedQuantity: string };
}

/**
 * Yardstick: what one writes first. kafkajs `eachMessage`, `JSON.parse`, an entity saved in a
 * transaction of its own; events a second from the first message to the last commit.
 */
export async function naiveConsumer(
  brokers: string,
  topic: string,
  group: string,
  databaseUrl: string,
  events: number,
): Promise<number> {
  const source = new DataSource({
    type: 'postgres',
    url: databaseUrl,
    entities: [usageSchema],
    synchronize: true,
  });
  await source.initialize();
  const repository = source.getRepository(usageSchema);
  const consumer = kafkaOf(brokers, group).consumer({ groupId: group, maxWaitTimeInMs: 100 });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  let seen = 0;
  let began = 0;
  const finished = new Promise<number>((resolve, reject) => {
    void consumer.run({
      eachMessage: async ({ message }) => {
        if (seen >= events) return;
        if (began === 0) began = performance.now();
        const { source: uri, id, data } = JSON.parse(String(message.value)) as UsageJson;
        await repository
          .save({
            source: uri,
            id,
            startAt: data.chargePeriodStart,
            skuId: data.skuId,
            quantity: data.consumedQuantity,
          })
          .catch(reject);
        seen += 1;
        if (seen >= events) resolve(performance.now());
      },
    });
  });
  const ended = await finished;
  await consumer.disconnect();
  await source.destroy();
  return events / ((ended - began) / 1_000);
}
