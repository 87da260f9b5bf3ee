import { createProducer, KafkaUnavailableError, type Producer } from '@app/kafka';
import { ApiSettings } from '../../../apps/api/src/api-settings.js';
import {
  brokers,
  createTopic,
  endOffsets,
  readAll,
  sql,
  type TestTopic,
  until,
} from '../../support/index.js';
import { type ApiUnderTest, startApi } from './api-under-test.js';
import { usageEvent } from './bodies.js';

const BATCH = { 'content-type': 'application/cloudevents-batch+json' };
const ONE = { 'content-type': 'application/cloudevents+json' };
const settingsFor = (topic: string) =>
  new ApiSettings(topic, { queries: 0, commands: 0, events: 0 }, 200, 'none');

let topic: TestTopic;
let producer: Producer;
let api: ApiUnderTest;

beforeAll(async () => {
  topic = await createTopic(3);
  producer = createProducer({ brokers: brokers(), clientId: 'spec-api' });
  api = await startApi({ producer, settings: settingsFor(topic.name) });
}, 60_000);

afterAll(async () => {
  await api.close();
  await producer.close();
  await topic.delete();
});

describe('POST /v1/events', () => {
  it('answers 202 with the position behind what the broker has confirmed', async () => {
    const body = [
      usageEvent('bridge/a', '1'),
      usageEvent('bridge/a', '2'),
      usageEvent('bridge/b', '1'),
    ];
    const before = await endOffsets(topic.name);
    const { status, json, headers } = await api.call('POST', '/v1/events', {
      body,
      headers: BATCH,
    });
    const after = await endOffsets(topic.name);

    const moved = [...after]
      .sort(([a], [b]) => a - b)
      .filter(([partition, end]) => end > (before.get(partition) ?? 0n));
    const position = moved.map(([partition, end]) => `@${partition}:${end.toString()}`).join(',');
    expect([status, json]).toEqual([202, { received: 3, rejected: [], position }]);
    expect(headers['ledger-position']).toBe(position);
  });

  it('passes the events on byte for byte, a batch for each source', async () => {
    const count = [...(await endOffsets(topic.name)).values()].reduce(
      (sum, n) => sum + Number(n),
      0,
    );
    const body = `[ {"specversion":"1.0", ${JSON.stringify(usageEvent('bridge/raw', '7')).slice(1)} ]`;
    await api.call('POST', '/v1/events', { body, headers: BATCH });
    const values = (await readAll(topic.name, count + 1)).map(({ value }) => value);
    expect(values).toContain(`[${body.slice(2, -2)}]`);
  });

  it('takes what is good and names what is not, by place', async () => {
    const bad = {
      ...usageEvent('bridge/c', '2'),
      data: { chargePeriodStart: '2026-08-11T14:00:00Z' },
    };
    const body = [usageEvent('bridge/c', '1'), bad];
    const { status, json } = await api.call('POST', '/v1/events', { body, headers: BATCH });
    expect(status).toBe(202);
    expect(json).toMatchObject({
      received: 1,
      rejected: [
        { index: 1, source: 'bridge/c', id: '2', problem: { code: 'no-quantity-and-no-cost' } },
      ],
    });
  });

  it('refuses a request of which nothing is good, with pointers', async () => {
    const bad = { ...usageEvent('bridge/d', '1'), specversion: '0.3' };
    const { status, json } = await api.call('POST', '/v1/events', { body: bad, headers: ONE });
    expect([status, json.code]).toEqual([422, 'events-rejected']);
    expect(json.errors).toMatchObject([
      { pointer: '/0/specversion', code: 'specversion-unsupported' },
    ]);
  });

  it('repeats its answer for the same key, and sends nothing again', async () => {
    const call = { body: usageEvent('bridge/e', '1'), headers: { ...ONE, 'idempotency-key': 'e' } };
    const first = await api.call('POST', '/v1/events', call);
    const between = await endOffsets(topic.name);
    const second = await api.call('POST', '/v1/events', call);
    expect([second.status, second.json]).toEqual([202, first.json]);
    expect(second.headers).toMatchObject({
      'idempotency-replayed': 'true',
      'ledger-position': first.headers['ledger-position'],
    });
    expect(await endOffsets(topic.name)).toEqual(between);
    const other = { ...call, body: usageEvent('bridge/e', '2') };
    expect((await api.call('POST', '/v1/events', other)).json.code).toBe('idempotency-key-reused');
  });

  it('sends a source to its home, whatever the partitioner says', async () => {
    await sql(
      api.ownerUrl,
      `insert into ledger.shard (shard, cluster_id, topic, part)
       select 10 + part, 'spec', $1, part from generate_series(0, 2) part`,
      [topic.name],
    );
    for (const part of [0, 1, 2]) {
      const source = `bridge/home-${part}`;
      const home = 'insert into ledger.source_home (uri, shard) values ($1, $2)';
      await sql(api.ownerUrl, home, [source, 10 + part]);
      const end = (await endOffsets(topic.name)).get(part) ?? 0n;
      const body = usageEvent(source, '1');
      const { json } = await api.call('POST', '/v1/events', { body, headers: ONE });
      expect(json.position).toBe(`@${10 + part}:${(end + 1n).toString()}`);
    }
  });

  it('is open to ingest keys, for their own sources', async () => {
    const key = await api.keyOf(['ingest'], { sourcePrefixes: ['mine/'] });
    const post = (source: string) =>
      api.call('POST', '/v1/events', { key, body: usageEvent(source, '1'), headers: ONE });
    expect((await post('mine/1')).status).toBe(202);
    expect((await post('yours/1')).json.errors).toMatchObject([{ code: 'source-forbidden' }]);
  });

  it.each([
    ['no array', '{}', 400, 'events-invalid'],
    ['an array that does not end', '[{}', 400, 'events-invalid'],
    ['5,001 events', `[${'{},'.repeat(5_000)}{}]`, 413, 'too-many-events'],
    ['more than 5 MiB', `["${'x'.repeat(5 * 1024 * 1024)}"]`, 413, 'body-too-large'],
  ])('refuses %s', async (_name, body, status, code) => {
    const answer = await api.call('POST', '/v1/events', { body, headers: BATCH });
    expect([answer.status, answer.json.code]).toEqual([status, code]);
  });

  it('takes an empty batch for what it is', async () => {
    const { status, json } = await api.call('POST', '/v1/events', { body: '[]', headers: BATCH });
    expect([status, json]).toEqual([202, { received: 0, rejected: [], position: null }]);
  });
});

describe('while a request is in flight', () => {
  it('the same is refused, and answered as the first once that is done', async () => {
    let confirm: (sent: { partition: number; baseOffset: bigint }[]) => void = () => undefined;
    let sends = 0;
    const slow: Producer = {
      send: () => {
        sends += 1;
        return new Promise((resolve) => (confirm = resolve));
      },
      close: () => Promise.resolve(),
    };
    const own = await startApi({ producer: slow, settings: settingsFor('none') });
    try {
      const call = { body: usageEvent('a', '1'), headers: { ...ONE, 'idempotency-key': 'slow' } };
      const first = own.call('POST', '/v1/events', call);
      await until('the first is being sent', () => sends === 1, { deadlineMs: 10_000 });
      const second = await own.call('POST', '/v1/events', call);
      expect([second.status, second.json.code]).toEqual([409, 'request-in-flight']);
      confirm([{ partition: 2, baseOffset: 40n }]);
      const { status, json } = await first;
      expect([status, json.position]).toEqual([202, '@2:41']);
      expect((await own.call('POST', '/v1/events', call)).json).toEqual(json);
      expect(sends).toBe(1);
    } finally {
      await own.close();
    }
  });
});

describe('without a broker', () => {
  it('nothing is promised, and all else goes on', async () => {
    const nobody: Producer = {
      send: () => Promise.reject(new KafkaUnavailableError('no confirmation within 300 ms')),
      close: () => Promise.resolve(),
    };
    const alone = await startApi({ producer: nobody, settings: settingsFor('none') });
    try {
      const call = { body: usageEvent('a', '1'), headers: { ...ONE, 'idempotency-key': 'again' } };
      const first = await alone.call('POST', '/v1/events', call);
      const second = await alone.call('POST', '/v1/events', call);
      expect([first.status, first.json.code]).toEqual([503, 'kafka-unavailable']);
      expect(first.headers['retry-after']).toBe('1');
      expect(second.status).toBe(503);
      expect((await alone.call('GET', '/readyz', { key: null })).status).toBe(200);
      expect((await alone.call('GET', '/v1/contracts')).status).toBe(200);
    } finally {
      await alone.close();
    }
  });
});
