import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { newId } from '@app/webhooks';
import { type RoleProcess, sql, startRole, until } from '../support/index.js';
import { startWebhooks, type WebhookFixture } from './webhook-fixture.js';

let webhooks: WebhookFixture;
let notifier: RoleProcess;
let server: Server;
let url: string;
/** Requests that wait for an answer, and the ids of all that came. */
let waiting: ServerResponse[] = [];
const ids: string[] = [];

const start = (): Promise<RoleProcess> =>
  startRole('notifier', {
    env: {
      DATABASE_URL: webhooks.database.urlOf('notifier'),
      KEYRING: webhooks.keyring,
      WEBHOOK_ALLOW_HTTP: 'true',
      WEBHOOK_ALLOW_PRIVATE_CIDRS: '127.0.0.0/8',
      WEBHOOK_LEASE_SECONDS: '2',
    },
  });

const answerAll = (status: number): void => {
  for (const response of waiting.splice(0)) response.writeHead(status).end();
};

const deliveryOf = async (messageId: string): Promise<Record<string, unknown> | undefined> =>
  (
    await sql<Record<string, unknown>>(
      webhooks.database.url,
      'select state, attempts from ledger.webhook_delivery where message_id = $1',
      [messageId],
    )
  )[0];

beforeAll(async () => {
  webhooks = await startWebhooks();
  server = createServer((request, response) => {
    request.resume().on('end', () => {
      ids.push(String(request.headers['webhook-id']));
      waiting.push(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  notifier = await start();
  const { endpoint } = await webhooks.register({ url });
  await until(
    'the endpoint is active',
    async () => {
      answerAll(204);
      return (await webhooks.endpointOf(endpoint.endpointId)).state === 'active';
    },
    { deadlineMs: 15_000 },
  );
}, 90_000);

beforeEach(() => {
  waiting = [];
  ids.length = 0;
});

afterAll(async () => {
  await notifier.stop();
  server.closeAllConnections();
  server.close();
  await webhooks.close();
});

it('sends within a second of the commit: it is woken', async () => {
  const messageId = newId('msg');
  await webhooks.enqueue({ messageId });
  await until('it arrives', () => ids.includes(messageId), { deadlineMs: 1_000, everyMs: 5 });
  answerAll(204);
  await until('it is recorded', async () => (await deliveryOf(messageId))?.state === 'delivered', {
    deadlineMs: 5_000,
  });
  expect(ids).toEqual([messageId]);
}, 30_000);

it('killed between send and record sends the same id again after the lease, and only once more', async () => {
  const messageId = newId('msg');
  await webhooks.enqueue({ messageId });
  await until('the first arrives', () => waiting.length === 1, { deadlineMs: 5_000 });
  await notifier.crash();
  waiting = [];
  notifier = await start();
  await until('the second arrives', () => waiting.length === 1, { deadlineMs: 10_000 });
  answerAll(204);
  await until('it is recorded', async () => (await deliveryOf(messageId))?.state === 'delivered', {
    deadlineMs: 5_000,
  });
  expect(ids).toEqual([messageId, messageId]);
  expect(await deliveryOf(messageId)).toEqual({ state: 'delivered', attempts: 2 });
}, 60_000);

it('told to end finishes what is under way, and exits 0', async () => {
  const messageId = newId('msg');
  await webhooks.enqueue({ messageId });
  await until('it arrives', () => waiting.length === 1, { deadlineMs: 5_000 });
  const stopping = notifier.stop();
  await until('it is unready', async () => (await fetch(`${notifier.url}/readyz`)).status === 503, {
    deadlineMs: 5_000,
  });
  answerAll(204);
  expect(await stopping).toBe(0);
  expect(await deliveryOf(messageId)).toEqual({ state: 'delivered', attempts: 1 });
  notifier = await start();
}, 60_000);

it('goes on by itself when its connections to the database are cut', async () => {
  await sql(
    webhooks.database.url,
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'ledger-notifier'`,
  );
  const messageId = newId('msg');
  await webhooks.enqueue({ messageId });
  await until('it arrives', () => ids.includes(messageId), { deadlineMs: 10_000 });
  answerAll(204);
  await until('it is recorded', async () => (await deliveryOf(messageId))?.state === 'delivered', {
    deadlineMs: 10_000,
  });
  await until('it is ready', async () => (await fetch(`${notifier.url}/readyz`)).ok, {
    deadlineMs: 10_000,
  });
  expect(ids).toEqual([messageId]);
}, 60_000);

it('exits 2 when its keyring lacks a key that a secret was sealed with', async () => {
  const other = await startRole('notifier', {
    ready: false,
    env: {
      DATABASE_URL: webhooks.database.urlOf('notifier'),
      KEYRING: webhooks.keyring.replace('k1:', 'k2:'),
    },
  });
  expect(await other.ended).toBe(2);
  expect(other.output()).toContain('the keyring lacks k1');
}, 30_000);

it('publishes what it does', async () => {
  const metrics = await (await fetch(`${notifier.url}/metrics`)).text();
  for (const name of [
    'cl_webhook_attempts_total',
    'cl_webhook_duration_seconds',
    'cl_outbox_pending',
    'cl_outbox_oldest_age_seconds',
  ]) {
    expect(metrics).toContain(`# TYPE ${name} `);
  }
}, 30_000);
