import { newId } from '@app/webhooks';
import { sql, startReceiver, until, type WebhookReceiver } from '../support/index.js';
import { startSlowReceiver } from './slow-receiver.js';
import { startWebhooks, type WebhookFixture } from './webhook-fixture.js';

let webhooks: WebhookFixture;
let receiver: WebhookReceiver;

beforeAll(async () => {
  webhooks = await startWebhooks();
}, 60_000);

beforeEach(async () => {
  receiver = await startReceiver();
});

afterEach(async () => {
  await receiver.close();
  await sql(webhooks.database.url, `update ledger.webhook_endpoint set state = 'deleted'`);
});

afterAll(async () => {
  await webhooks.close();
});

const count = async (where: string, values: unknown[] = []): Promise<number> =>
  (
    await sql<{ n: string }>(
      webhooks.database.url,
      `select count(*) as n from ledger.webhook_delivery where ${where}`,
      values,
    )
  ).map(({ n }) => Number(n))[0] ?? 0;

describe('claiming', () => {
  it('never takes more of an endpoint at once than it allows, with eight workers', async () => {
    const slow = await startSlowReceiver();
    const registering = webhooks.activate({ url: slow.url, concurrency: 3 });
    await until('the verification', () => slow.waiting.length === 1, { deadlineMs: 5000 });
    slow.answer(204);
    await registering;
    const messages = Array.from({ length: 24 }, () => newId('msg'));
    for (const messageId of messages) await webhooks.enqueue({ messageId });
    const workers = Array.from({ length: 8 }, () => webhooks.newWorker());
    const over: number[] = [];
    await until(
      'all are delivered',
      async () => {
        await Promise.all(workers.map((worker) => worker.poll()));
        over.push(await count(`state = 'leased' and message_id = any($1)`, [messages]));
        slow.answer(204);
        return (await count(`state = 'delivered' and message_id = any($1)`, [messages])) === 24;
      },
      { deadlineMs: 20_000, everyMs: 5 },
    );
    slow.close();
    expect(Math.max(...over)).toBe(3);
    expect(slow.most()).toBeLessThanOrEqual(3);
    expect(await count('attempts > 1 and message_id = any($1)', [messages])).toBe(0);
  }, 30_000);

  it('keeps the revisions of an alert in order, without holding other alerts up', async () => {
    const { endpoint } = await webhooks.activate({ url: receiver.url, concurrency: 8 });
    const send = (alertId: string, revision: number): Promise<unknown> =>
      webhooks.enqueue({
        messageId: newId('msg'),
        alertId,
        revision,
        body: `"${alertId}/${revision}"`,
      });
    // The first revision of `stuck` is refused: its later ones must wait, those of `free` must not.
    receiver.answer(({ body }) => (body === '"stuck/1"' ? 500 : 204));
    for (const revision of [1, 2, 3]) {
      await send('stuck', revision);
      await send('free', revision);
    }
    await webhooks.drive('the free alert is told', async () => {
      return (await count(`alert_id = 'free' and state = 'delivered'`)) === 3;
    });
    const bodies = receiver.deliveries.map(({ body }) => body);
    expect(bodies.filter((body) => body.startsWith('"free'))).toEqual([
      '"free/1"',
      '"free/2"',
      '"free/3"',
    ]);
    expect(bodies.filter((body) => body.startsWith('"stuck'))).toEqual(['"stuck/1"']);
    receiver.answer(() => 204);
    await sql(
      webhooks.database.url,
      `update ledger.webhook_delivery set next_attempt_at = now() where endpoint_id = $1`,
      [endpoint.endpointId],
    );
    await webhooks.drive('the stuck alert is told', async () => {
      return (await count(`alert_id = 'stuck' and state = 'delivered'`)) === 3;
    });
    const stuck = receiver.deliveries.filter(
      ({ body, status }) => status === 204 && body.startsWith('"stuck'),
    );
    expect(stuck.map(({ body }) => body)).toEqual(['"stuck/1"', '"stuck/2"', '"stuck/3"']);
  }, 30_000);

  it('refuses the result of a worker whose lease ran out, and keeps its attempt', async () => {
    const slow = await startSlowReceiver();
    const registering = webhooks.activate({ url: slow.url });
    await until('the verification', () => slow.waiting.length === 1, { deadlineMs: 5000 });
    slow.answer(204);
    await registering;
    const messageId = newId('msg');
    await webhooks.enqueue({ messageId });
    const [first, second] = [webhooks.newWorker({ leaseSeconds: 0.3 }), webhooks.newWorker()];
    await webhooks.drive('the first asks', () => slow.waiting.length === 1, first);
    await webhooks.drive('the second asks', () => slow.waiting.length === 2, second);
    const ids = slow.waiting.map(({ id }) => id);
    slow.waiting.reverse();
    slow.answer(204);
    await until(
      'it is delivered',
      async () => (await count(`state = 'delivered' and message_id = $1`, [messageId])) === 1,
      { deadlineMs: 5000 },
    );
    slow.answer(500);
    await first.stop(5000);
    slow.close();
    expect(ids).toEqual([messageId, messageId]);
    const attempts = await sql(
      webhooks.database.url,
      `select a.attempt, a.status, a.refused from ledger.webhook_attempt a
       join ledger.webhook_delivery d using (delivery_id) where d.message_id = $1 order by attempt`,
      [messageId],
    );
    expect(attempts).toEqual([
      { attempt: 1, status: 500, refused: true },
      { attempt: 2, status: 204, refused: false },
    ]);
    expect(
      await count(`state = 'delivered' and attempts = 2 and message_id = $1`, [messageId]),
    ).toBe(1);
  }, 30_000);
});

describe('the breaker', () => {
  const breakerOf = async (endpointId: string): Promise<Record<string, unknown> | undefined> =>
    (
      await sql<Record<string, unknown>>(
        webhooks.database.url,
        `select breaker_failures as failures, breaker_seconds as seconds, concurrency,
           breaker_until > now() as open, failed_attempts as failed
         from ledger.webhook_endpoint where endpoint_id = $1`,
        [endpointId],
      )
    )[0];
  const reopen = (endpointId: string): Promise<unknown> =>
    sql(
      webhooks.database.url,
      `update ledger.webhook_endpoint set breaker_until = now() where endpoint_id = $1`,
      [endpointId],
    );

  it('opens after five failures in a row; waiting behind it costs no try; one probe closes it', async () => {
    const { endpoint } = await webhooks.activate({ url: receiver.url, concurrency: 1 });
    const { endpointId } = endpoint;
    receiver.answer(() => 500);
    for (let n = 0; n < 8; n += 1) await webhooks.enqueue();
    await webhooks.drive('it is open', async () => (await breakerOf(endpointId))?.open === true);
    expect(await breakerOf(endpointId)).toMatchObject({ failures: 5, seconds: 30, concurrency: 1 });
    const tried = receiver.deliveries.length;
    const worker = webhooks.newWorker();
    for (let n = 0; n < 5; n += 1) expect(await worker.poll()).toBe(0);
    expect(receiver.deliveries).toHaveLength(tried);
    expect(
      await count(`endpoint_id = $1 and state = 'pending' and attempts = 0`, [endpointId]),
    ).toBe(3);

    await reopen(endpointId);
    await webhooks.drive(
      'the probe fails',
      async () => (await breakerOf(endpointId))?.failures === 6,
    );
    expect(await breakerOf(endpointId)).toMatchObject({ seconds: 60, open: true });
    expect(receiver.deliveries).toHaveLength(tried + 1);

    receiver.answer(() => 204);
    await reopen(endpointId);
    await webhooks.drive('it closes', async () => (await breakerOf(endpointId))?.failed === 0);
    expect(await breakerOf(endpointId)).toMatchObject({ failures: 0, seconds: 0, open: false });
  }, 30_000);

  it('opens at once for a receiver that is overloaded', async () => {
    const { endpoint } = await webhooks.activate({ url: receiver.url, concurrency: 4 });
    receiver.answer(() => 429);
    await webhooks.enqueue();
    await webhooks.drive('it is open', async () => {
      return (await breakerOf(endpoint.endpointId))?.open === true;
    });
    expect(await breakerOf(endpoint.endpointId)).toMatchObject({ failures: 1, concurrency: 1 });
  }, 30_000);
});

describe('an endpoint that is gone', () => {
  it('is disabled by a 410, keeps what it was not told, and the others hear of it', async () => {
    const { endpoint } = await webhooks.activate({ url: receiver.url, concurrency: 1 });
    const other = await startReceiver();
    await webhooks.activate({ url: other.url, types: ['ledger.*'] });
    receiver.answer(() => 410);
    for (let n = 0; n < 3; n += 1) await webhooks.enqueue();
    await webhooks.drive('the others hear of it', () =>
      other.deliveries.some(({ body }) => body.includes('endpoint.disabled')),
    );
    expect(await webhooks.endpointOf(endpoint.endpointId)).toMatchObject({
      state: 'disabled',
      disabledReason: 'gone',
    });
    expect(await count(`endpoint_id = $1 and state = 'held'`, [endpoint.endpointId])).toBe(3);
    await other.close();
  }, 30_000);

  it('is disabled when it has done nothing but fail for 120 hours', async () => {
    const { endpoint } = await webhooks.activate({ url: receiver.url });
    const { endpointId } = endpoint;
    await sql(
      webhooks.database.url,
      `update ledger.webhook_endpoint set failing_since = now() - interval '120 hours 1 second',
         failed_attempts = 9 where endpoint_id = $1`,
      [endpointId],
    );
    receiver.answer(() => 500);
    await webhooks.enqueue();
    await webhooks.drive('it is disabled', async () => {
      return (await webhooks.endpointOf(endpointId)).state === 'disabled';
    });
    expect(await webhooks.endpointOf(endpointId)).toMatchObject({ disabledReason: 'failing' });
    expect(await count(`endpoint_id = $1 and state = 'held'`, [endpointId])).toBe(1);
  }, 30_000);

  it('leaves a message dead after thirteen tries, visibly, and the others hear of it', async () => {
    const { endpoint } = await webhooks.activate({ url: receiver.url });
    const other = await startReceiver();
    await webhooks.activate({ url: other.url, types: ['ledger.*'] });
    const messageId = newId('msg');
    receiver.answer(() => 500);
    await webhooks.enqueue({ messageId });
    await sql(
      webhooks.database.url,
      'update ledger.webhook_delivery set attempts = 12 where message_id = $1 and endpoint_id = $2',
      [messageId, endpoint.endpointId],
    );
    await webhooks.drive('the others hear of it', () =>
      other.deliveries.some(
        ({ body }) => body.includes('message.exhausted') && body.includes(messageId),
      ),
    );
    expect(await count(`state = 'dead' and attempts = 13 and message_id = $1`, [messageId])).toBe(
      1,
    );
    await other.close();
  }, 30_000);
});
