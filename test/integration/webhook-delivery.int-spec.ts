import {
  ChangeEndpointCommand,
  EnableEndpointCommand,
  GetDeliveryQuery,
  ListDeliveriesQuery,
  newId,
  RotateSecretCommand,
  TestEndpointCommand,
  verifyWebhook,
} from '@app/webhooks';
import { Webhook } from 'standardwebhooks';
import { type Delivery, sql, startReceiver, type WebhookReceiver } from '../support/index.js';
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

const got = (messageId: string): Delivery[] =>
  receiver.deliveries.filter(({ headers }) => headers['webhook-id'] === messageId);

/** Verifies with the official package, which knows nothing of our signer. */
function officially(secret: string, { body, headers }: Delivery): unknown {
  return new Webhook(secret).verify(body, headers as Record<string, string>);
}

/** Makes a waiting delivery due now, whatever its schedule says. */
async function makeDue(messageId: string): Promise<void> {
  await sql(
    webhooks.database.url,
    `update ledger.webhook_delivery set next_attempt_at = now() where message_id = $1 and state = 'pending'`,
    [messageId],
  );
}

const stateOf = async (messageId: string): Promise<Record<string, unknown> | undefined> =>
  (
    await sql<Record<string, unknown>>(
      webhooks.database.url,
      `select state, attempts, last_error, last_status,
         extract(epoch from next_attempt_at - now())::float8 as pause
       from ledger.webhook_delivery where message_id = $1`,
      [messageId],
    )
  )[0];

describe('an endpoint', () => {
  it('is verified by a signed request before anything else is sent to it', async () => {
    const { endpoint, secret } = await webhooks.register({ url: receiver.url });
    expect(endpoint).toMatchObject({ state: 'verifying', types: ['commitment.*'], version: 1 });
    const messageId = newId('msg');
    expect(await webhooks.enqueue({ messageId })).toEqual({ isNew: true, pending: 0, held: 1 });

    await webhooks.drive('the held message arrives', () => got(messageId).length === 1);
    const [first, second] = receiver.deliveries;
    expect(JSON.parse(first?.body ?? '')).toMatchObject({ type: 'endpoint.verification' });
    expect(second?.headers['webhook-id']).toBe(messageId);
    for (const delivery of receiver.deliveries) {
      expect(officially(secret, delivery)).toEqual(JSON.parse(delivery.body));
    }
    expect((await webhooks.endpointOf(endpoint.endpointId)).state).toBe('active');
  }, 30_000);

  it('answers a repeated registration with the same endpoint and secret', async () => {
    const [one, two] = [
      await webhooks.register({ url: receiver.url }, 'once'),
      await webhooks.register({ url: receiver.url }, 'once'),
    ];
    expect(two).toEqual({ ...one, replayed: true });
  }, 30_000);

  it.each([
    [{ url: 'http://10.0.0.1/' }, 'webhook-address-denied'],
    [{ url: 'http://no-such-host.invalid/' }, 'webhook-host-unresolvable'],
    [{ url: 'ftp://example.com/' }, 'webhook-url-invalid'],
    [{ url: 'https://example.com:22/' }, 'webhook-port-not-allowed'],
    [{ headers: { Host: 'x' } }, 'webhook-header-not-allowed'],
    [{ types: ['commitment.alarm.*'] }, 'webhook-type-unknown'],
    [{ secret: 'whsec_c2hvcnQ=' }, 'webhook-secret-invalid'],
    [{ format: 'alertmanager' as const }, 'clause-not-supported'],
  ])(
    'is refused for %p',
    async (change, code) => {
      const registering = webhooks.register({ url: receiver.url, ...change });
      await expect(registering).rejects.toMatchObject({ code });
    },
    30_000,
  );

  it('keeps secrets and header values out of every table in the clear', async () => {
    const headers = { authorization: 'Bearer very-secret-value' };
    const { secret, endpoint } = await webhooks.activate({ url: receiver.url, headers });
    expect(endpoint.headers).toEqual({ authorization: '***' });
    expect(receiver.deliveries[0]?.headers.authorization).toBe(headers.authorization);
    const tables = [
      'event',
      'webhook_endpoint',
      'webhook_secret',
      'webhook_attempt',
      'idempotency',
    ];
    for (const table of tables) {
      const rows = await sql(webhooks.database.url, `select t::text as row from ledger.${table} t`);
      const text = JSON.stringify(rows);
      expect(text).not.toContain('very-secret-value');
      expect(text).not.toContain(secret.slice('whsec_'.length));
      expect(text).not.toContain(Buffer.from(secret.slice(6), 'base64').toString('hex'));
    }
  }, 30_000);

  it('holds what comes while it is paused, and sends it when it is back', async () => {
    const { endpoint } = await webhooks.activate({ url: receiver.url });
    const { endpointId } = endpoint;
    const context = { actor: 'ann' };
    await webhooks.commands.execute(
      new ChangeEndpointCommand(endpointId, { state: 'paused' }, context),
    );
    const messageId = newId('msg');
    expect(await webhooks.enqueue({ messageId })).toMatchObject({ pending: 0, held: 1 });
    await webhooks.commands.execute(new EnableEndpointCommand(endpointId, context));
    await webhooks.drive('the held message arrives', () => got(messageId).length === 1);
    await expect(
      webhooks.commands.execute(
        new ChangeEndpointCommand(endpointId, { state: 'paused' }, context),
      ),
    ).resolves.toMatchObject({ endpoint: { state: 'paused' } });
    await expect(
      webhooks.commands.execute(new EnableEndpointCommand(endpointId, context)),
    ).rejects.toMatchObject({ code: 'rate-limited' });
  }, 30_000);
});

describe('a delivery', () => {
  it('keeps its id over a receiver that is down twice', async () => {
    const { secret } = await webhooks.activate({ url: receiver.url });
    const messageId = newId('msg');
    receiver.answer(() => (got(messageId).length < 2 ? 500 : 204));
    await webhooks.enqueue({ messageId });
    for (const attempts of [1, 2]) {
      await webhooks.drive(`try ${attempts} is recorded`, async () => {
        const row = await stateOf(messageId);
        return row?.state === 'pending' && row.attempts === attempts;
      });
      // Jitter is in its middle: 5 s after the first try, 30 s after the second.
      const pause = (await stateOf(messageId))?.pause as number;
      expect(pause).toBeGreaterThan(attempts === 1 ? 3 : 28);
      expect(pause).toBeLessThanOrEqual(attempts === 1 ? 5 : 30);
      await makeDue(messageId);
    }
    await webhooks.drive('it is delivered', async () => {
      return (await stateOf(messageId))?.state === 'delivered';
    });
    expect(got(messageId).map(({ status }) => status)).toEqual([500, 500, 204]);
    expect(got(messageId).map(({ headers }) => headers['webhook-attempt'])).toEqual([
      '1',
      '2',
      '3',
    ]);
    expect(got(messageId).every((delivery) => officially(secret, delivery))).toBe(true);
  }, 30_000);

  it('is written once, whoever enqueues it again', async () => {
    await webhooks.activate({ url: receiver.url });
    const messageId = newId('msg');
    const all = await Promise.all(Array.from({ length: 8 }, () => webhooks.enqueue({ messageId })));
    expect(all.filter(({ isNew }) => isNew)).toHaveLength(1);
    await webhooks.drive('it arrives', () => got(messageId).length === 1);
    const rows = await sql(
      webhooks.database.url,
      'select 1 from ledger.webhook_delivery where message_id = $1',
      [messageId],
    );
    expect(rows).toHaveLength(1);
  }, 30_000);

  it('goes out again under its id when its worker died before it recorded', async () => {
    await webhooks.activate({ url: receiver.url });
    const messageId = newId('msg');
    await webhooks.enqueue({ messageId });
    // What a worker leaves behind that was killed after sending: a lease that runs out.
    await sql(
      webhooks.database.url,
      `update ledger.webhook_delivery set state = 'leased', attempts = 1,
         lease_token = gen_random_uuid(), lease_until = now() + interval '400 ms'
       where message_id = $1`,
      [messageId],
    );
    await webhooks.drive('it is delivered', async () => {
      return (await stateOf(messageId))?.state === 'delivered';
    });
    expect(await stateOf(messageId)).toMatchObject({ attempts: 2 });
    expect(got(messageId)).toHaveLength(1);
  }, 30_000);

  it('is signed with the old key and the new one while both live', async () => {
    const { secret, endpoint } = await webhooks.activate({ url: receiver.url });
    const rotated = await webhooks.commands.execute(
      new RotateSecretCommand(endpoint.endpointId, 24, { actor: 'ann' }),
    );
    expect(rotated.secret).not.toBe(secret);
    const messageId = newId('msg');
    await webhooks.enqueue({ messageId });
    await webhooks.drive('it arrives', () => got(messageId).length === 1);
    const [delivery] = got(messageId) as [Delivery];
    expect(officially(secret, delivery)).toEqual(officially(rotated.secret, delivery));
    const { headers, body: rawBody } = delivery;
    for (const key of [secret, rotated.secret]) {
      expect(verifyWebhook({ headers, rawBody, keys: [key], now: new Date() })).toBe(messageId);
    }
  }, 30_000);

  it('of a test is ordinary, and shown with its attempts', async () => {
    const { endpoint } = await webhooks.activate({ url: receiver.url });
    const { endpointId } = endpoint;
    const { messageId, deliveryId } = await webhooks.commands.execute(
      new TestEndpointCommand(endpointId, { actor: 'ann' }),
    );
    await webhooks.drive('it arrives', async () => {
      return (await stateOf(messageId))?.state === 'delivered';
    });
    const shown = await webhooks.queries.execute(new GetDeliveryQuery(deliveryId));
    expect(shown).toMatchObject({
      state: 'delivered',
      attempts: 1,
      attemptLog: [{ attempt: 1, status: 204, error: null, address: '127.0.0.1' }],
    });
    const body = JSON.parse(shown.body) as { data: { alert: { test: boolean } } };
    expect(body.data.alert.test).toBe(true);
    const list = await webhooks.queries.execute(
      new ListDeliveriesQuery(endpointId, { limit: 10 }, 'delivered'),
    );
    expect(list.data.map(({ type }) => type)).toEqual([
      'endpoint.verification',
      'commitment.alert.notice',
    ]);
  }, 30_000);
});
