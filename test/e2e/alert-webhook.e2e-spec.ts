import { Webhook } from 'standardwebhooks';
import {
  contractBody,
  startReceiver,
  startWholeLedger,
  until,
  usageEvent,
  type Delivery,
  type WebhookReceiver,
  type WholeLedger,
} from '../support/index.js';

interface Message {
  readonly type: string;
  readonly data: {
    readonly alert: {
      readonly id: string;
      readonly revision: number;
      readonly kind: string;
      readonly status: string;
      readonly severity: string;
    };
    readonly commitment: { readonly commitmentId: string };
  };
}

interface AlertRow {
  readonly alertId: string;
  readonly kind: string;
  readonly status: string;
  readonly episode: number;
  readonly scope: string;
}

const DAY_MS = 86_400_000;
const FIRST_DAY = Math.floor(Date.now() / DAY_MS) - 60;
const day = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

let ledger: WholeLedger;
let receiver: WebhookReceiver;
let secret: string;

const messageOf = (delivery: Delivery): Message => JSON.parse(delivery.body) as Message;
const alertsOf = (kind: string): Delivery[] =>
  receiver.deliveries.filter(
    (delivery) => delivery.body.includes('"alert"') && messageOf(delivery).data.alert.kind === kind,
  );

/** Verifies with the official package, which knows nothing of our signer. */
function verified(delivery: Delivery): boolean {
  new Webhook(secret).verify(delivery.body, {
    'webhook-id': String(delivery.headers['webhook-id']),
    'webhook-timestamp': String(delivery.headers['webhook-timestamp']),
    'webhook-signature': String(delivery.headers['webhook-signature']),
  });
  return true;
}

async function send(
  id: string,
  date: string,
  billedCost: string,
  commitment: string,
): Promise<void> {
  await ledger.post('/v1/events', [
    usageEvent({
      source: `exporter/${commitment}`,
      id,
      data: {
        chargePeriodStart: `${date}T00:00:00Z`,
        chargePeriodEnd: `${day(Math.round(Date.parse(date) / DAY_MS) + 1)}T00:00:00Z`,
        billingAccountId: commitment,
        billedCost,
        billingCurrency: 'USD',
      },
    }),
  ]);
}

async function sign(commitmentId: string, minimum: string): Promise<void> {
  await ledger.post(
    '/v1/contracts',
    contractBody({
      contractId: commitmentId,
      commitmentId,
      start: day(FIRST_DAY),
      end: day(FIRST_DAY + 366),
      periods: 1,
      minimum,
      billingAccountIds: [commitmentId],
      terms: { every: 'FULL' },
    }),
  );
}

beforeAll(async () => {
  receiver = await startReceiver();
  ledger = await startWholeLedger({ env: { WEBHOOK_LEASE_SECONDS: '2' } });
  const { body } = await ledger.post<{ endpointId: string; secret: string }>(
    '/v1/webhook-endpoints',
    { url: receiver.url, types: ['commitment.*'], minSeverity: 'info' },
  );
  secret = body.secret;
  await until(
    'the endpoint is verified',
    async () => {
      const { body: endpoint } = await ledger.get(`/v1/webhook-endpoints/${body.endpointId}`);
      return endpoint.state === 'active';
    },
    { deadlineMs: 20_000 },
  );
}, 60_000);

afterAll(async () => {
  await ledger.stop();
  await receiver.close();
});

describe('a commitment that cannot be met', () => {
  it('tells the receiver once, under one id, over a receiver that is down and killed processes', async () => {
    const refused: Delivery[] = [];
    receiver.answer((delivery) => {
      const isShortfall = delivery.body.includes('projected-shortfall');
      if (!isShortfall || refused.length === 2) return 204;
      refused.push({ ...delivery, status: 503 });
      return 503;
    });
    await sign('too-large', '1000000.00');
    for (let n = 0; n < 60; n += 1) {
      await send(`day-${n}`, day(FIRST_DAY + n), '100.00', 'too-large');
      if (n === 30) {
        await ledger.role('monitor').crash();
        await ledger.restart('monitor');
      }
    }
    await until('the first attempt', () => refused.length > 0, { deadlineMs: 30_000 });
    await Promise.all([ledger.role('monitor').crash(), ledger.role('notifier').crash()]);
    await Promise.all([ledger.restart('monitor'), ledger.restart('notifier')]);

    const delivered = await receiver.next(
      (delivery) =>
        delivery.status === 204 &&
        delivery.body.includes('projected-shortfall') &&
        messageOf(delivery).type === 'commitment.alert.firing',
      60_000,
    );
    expect(verified(delivered)).toBe(true);
    const firing = alertsOf('projected-shortfall').filter(
      (delivery) => messageOf(delivery).type === 'commitment.alert.firing',
    );
    expect(new Set(firing.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(firing.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(firing.filter(({ status }) => status === 503)).toHaveLength(2);

    const { body } = await ledger.get<{ data: AlertRow[] }>(
      '/v1/alerts?filter[commitmentId]=too-large&filter[kind]=projected-shortfall',
    );
    expect(body.data.map(({ episode, status }) => [episode, status])).toEqual([[1, 'firing']]);
  }, 150_000);
});

describe('a milestone', () => {
  it('fires, is resolved by a refund, and fires again', async () => {
    receiver.answer(() => 204);
    await sign('milestones', '1000.00');
    const told = (): string[] =>
      alertsOf('milestone')
        .map(messageOf)
        .filter(({ data }) => data.commitment.commitmentId === 'milestones')
        .map(({ data }) => data.alert.status);
    await send('a', day(FIRST_DAY + 58), '260.00', 'milestones');
    await until('25 % reached', () => told().length === 1, { deadlineMs: 20_000 });
    await send('b', day(FIRST_DAY + 58), '-20.00', 'milestones');
    await until('25 % reverted', () => told().length === 2, { deadlineMs: 20_000 });
    await send('c', day(FIRST_DAY + 59), '15.00', 'milestones');
    await until('25 % reached again', () => told().length === 3, { deadlineMs: 20_000 });

    expect(told()).toEqual(['firing', 'resolved', 'firing']);
    const ids = alertsOf('milestone')
      .filter(({ body }) => body.includes('"milestones"'))
      .map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(3);
    expect(receiver.deliveries.filter(({ status }) => status === 204).every(verified)).toBe(true);
  }, 90_000);
});
