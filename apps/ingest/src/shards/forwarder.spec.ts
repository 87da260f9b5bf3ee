import type { OutgoingRecord } from '@app/kafka';
import type { UsageEvent } from '@app/wire';
import { Forwarder } from './forwarder.js';

const event = (id: string, text = ''): UsageEvent => ({
  source: 'exporter/a',
  id,
  data: {
    chargePeriodStart: '2026-03-01T00:00:00Z',
    chargeCategory: 'Usage',
    consumedQuantity: '1',
    consumedUnit: 'tokens',
    ...(text === '' ? {} : { resourceId: text }),
  },
});

/** What a forwarder over shard 3 = partition 4 sends for these events. */
async function sent(events: readonly UsageEvent[]) {
  const calls: { topic: string; records: readonly OutgoingRecord[] }[] = [];
  const shards = [{ shard: 3, clusterId: 'c', topic: 'usage', part: 4 }];
  const forwarder = new Forwarder(() => Promise.resolve(shards), {
    send: (topic, records) => {
      calls.push({ topic, records });
      return Promise.resolve([]);
    },
  });
  await forwarder.forward(3, events);
  return calls;
}

const idsOf = (record: OutgoingRecord | undefined) =>
  (JSON.parse(String(record?.value)) as { id: string }[]).map(({ id }) => id);

describe('forwarder', () => {
  it('sends events in order to the partition of their home, as a CloudEvents batch', async () => {
    const [call] = await sent([event('1'), event('2')]);
    expect(call?.topic).toBe('usage');
    expect(call?.records).toHaveLength(1);
    expect(call?.records[0]).toMatchObject({
      key: 'exporter/a',
      partition: 4,
      headers: { 'content-type': 'application/cloudevents-batch+json' },
    });
    expect(idsOf(call?.records[0])).toEqual(['1', '2']);
  });

  it('keeps each record below 500 events and 900 kB', async () => {
    const many = await sent(Array.from({ length: 501 }, (_, i) => event(String(i))));
    expect(many[0]?.records.map((record) => idsOf(record).length)).toEqual([500, 1]);
    const large = 'x'.repeat(60_000);
    const big = await sent(Array.from({ length: 20 }, (_, i) => event(String(i), large)));
    const sizes = big[0]?.records.map(({ value }) => String(value).length) ?? [];
    expect(sizes).toHaveLength(2);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(900_000 + 2);
  });
});
