import { randomBytes } from 'node:crypto';
import {
  type Consumer,
  createProducer,
  createTopicAdmin,
  type PartitionBatch,
  type PartitionHandler,
  startConsumer,
} from '@app/kafka';
import { brokers, createTopic, type TestTopic, until } from '../support/index.js';

/** Keeps what is delivered and accepts it when told to. */
class Keeper implements PartitionHandler {
  readonly values: string[] = [];
  readonly fetched: bigint[] = [];
  partitions: readonly number[] = [];
  accepting = true;

  assigned(partitions: readonly number[]): void {
    this.partitions = partitions;
  }

  handle(batch: PartitionBatch): Promise<void> {
    this.fetched.push(batch.fetchedOffset);
    if (!this.accepting) return new Promise((resolve) => setTimeout(resolve, 20));
    this.values.push(...batch.records.map(({ value }) => value?.toString() ?? 'null'));
    batch.accept();
    return Promise.resolve();
  }

  skipped(): void {
    this.values.push('skipped');
  }
}

describe('kafka', () => {
  const client = { brokers: brokers(), clientId: 'spec' };
  const admin = createTopicAdmin(client);
  const producer = createProducer(client);
  let topic: TestTopic;

  beforeAll(async () => {
    topic = await createTopic(2);
  });

  afterAll(async () => {
    await producer.close();
    await topic.delete();
    await admin.close();
  });

  const start = (keeper: Keeper, groupId: string): Promise<Consumer> =>
    startConsumer({
      ...client,
      groupId,
      admin,
      topic: topic.name,
      partitions: 2,
      handler: keeper,
      onDeaf: (error) => {
        throw error;
      },
    });

  it('creates missing topics, leaves others, and says where each partition ends', async () => {
    const name = `spec.${randomBytes(6).toString('hex')}`;
    const wanted = [{ topic: name, partitions: 3 }];
    expect(await admin.ensureTopics(wanted)).toEqual([name]);
    expect(await admin.ensureTopics([{ topic: name, partitions: 5 }])).toEqual([]);
    expect(await admin.partitionCount(name)).toBe(3);
    expect(await admin.partitionCount('spec.absent')).toBe(0);
    const [sent] = await producer.send(name, [
      { key: 'k', value: 'a', partition: 1 },
      { key: 'k', value: 'b', partition: 1 },
    ]);
    expect(sent).toEqual({ partition: 1, baseOffset: 0n });
    expect(await admin.offsets(name)).toEqual(
      new Map([
        [0, { low: 0n, high: 0n }],
        [1, { low: 0n, high: 2n }],
        [2, { low: 0n, high: 0n }],
      ]),
    );
  });

  it('delivers from the beginning, commits nothing by itself, seeks and pauses', async () => {
    const values = ['a', 'b', 'c'];
    await producer.send(
      topic.name,
      values.map((value) => ({ key: null, value, partition: 0 })),
    );
    const groupId = `spec-${randomBytes(6).toString('hex')}`;
    const keeper = new Keeper();
    const consumer = await start(keeper, groupId);
    await until('the records', () => keeper.values.length === 3, { deadlineMs: 10_000 });
    expect(keeper.values).toEqual(values);
    expect([...keeper.partitions].sort()).toEqual([0, 1]);
    expect(await admin.committed(groupId, topic.name)).toEqual(new Map());

    consumer.seek(0, 1n);
    await until('the records again', () => keeper.values.length === 5, { deadlineMs: 10_000 });
    expect(keeper.values.slice(3)).toEqual(['b', 'c']);

    consumer.pause(0);
    await producer.send(topic.name, [{ key: null, value: 'd', partition: 0 }]);
    await producer.send(topic.name, [{ key: null, value: 'other', partition: 1 }]);
    await until('the other partition', () => keeper.values.includes('other'), {
      deadlineMs: 10_000,
    });
    expect(keeper.values).not.toContain('d');
    consumer.resume(0);
    await until('the paused record', () => keeper.values.includes('d'), { deadlineMs: 10_000 });

    await consumer.commit(new Map([[0, 4n]]));
    expect(await admin.committed(groupId, topic.name)).toEqual(new Map([[0, 4n]]));
    await consumer.stop();
  }, 60_000);

  it('gives a batch again until it is accepted', async () => {
    const keeper = new Keeper();
    keeper.accepting = false;
    const consumer = await start(keeper, `spec-${randomBytes(6).toString('hex')}`);
    await until('the third delivery', () => keeper.fetched.filter((o) => o === 0n).length >= 6, {
      deadlineMs: 10_000,
    });
    expect(keeper.values).toEqual([]);
    keeper.accepting = true;
    await until('everything', () => keeper.values.length === 5, { deadlineMs: 10_000 });
    await consumer.stop();
  }, 60_000);
});
