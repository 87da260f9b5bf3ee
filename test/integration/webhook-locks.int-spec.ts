import { Database } from '@app/platform';
import { newId } from '@app/webhooks';
import { until } from '../support/index.js';
import { startSlowReceiver } from './slow-receiver.js';
import { startWebhooks, type WebhookFixture } from './webhook-fixture.js';

let webhooks: WebhookFixture;
let owner: Database;

beforeAll(async () => {
  webhooks = await startWebhooks();
  owner = new Database({ url: webhooks.database.url, applicationName: 'spec' });
}, 60_000);

afterAll(async () => {
  await owner.close();
  await webhooks.close();
});

async function isSomebodyBlocked(): Promise<boolean> {
  const rows = await owner.query(
    `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows.length > 0;
}

it('records a success with the endpoint locked first, as who deletes the endpoint does', async () => {
  const receiver = await startSlowReceiver();
  const registering = webhooks.activate({ url: receiver.url });
  await until('the verification', () => receiver.waiting.length === 1, { deadlineMs: 5_000 });
  receiver.answer(204);
  const { endpointId } = (await registering).endpoint;
  // Only to an endpoint that failed before has a success to write anything.
  await owner.query('update webhook_endpoint set failed_attempts = 1 where endpoint_id = $1', [
    endpointId,
  ]);
  const messageId = newId('msg');
  await webhooks.enqueue({ messageId });
  const worker = webhooks.newWorker();
  await webhooks.drive('it is asked', () => receiver.waiting.length === 1, worker);
  const free = await owner.transaction(async (client) => {
    await client.query('select 1 from webhook_endpoint where endpoint_id = $1 for update', [
      endpointId,
    ]);
    receiver.answer(204);
    await until('the recorder waits', isSomebodyBlocked, { deadlineMs: 1_500, everyMs: 5 });
    const { rows } = await client.query<{ state: string }>(
      'select state from webhook_delivery where message_id = $1 for update nowait',
      [messageId],
    );
    return rows;
  });
  await worker.stop(5_000);
  receiver.close();
  expect(free).toEqual([{ state: 'leased' }]);
  expect(webhooks.errors).toEqual([]);
}, 30_000);
