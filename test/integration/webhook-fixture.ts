import { randomBytes } from 'node:crypto';
import { PostgresEventStore } from '@app/event-store';
import { Database, SystemClock } from '@app/platform';
import { type WebhookEndpoint } from '@app/wire';
import {
  AddressPolicy,
  DeliveryWorker,
  type Enqueued,
  EndpointSecrets,
  GetEndpointQuery,
  Keyring,
  newId,
  Outbox,
  type OutboxMessage,
  Recorder,
  RegisterEndpointCommand,
  type RegisteredEndpoint,
  Sender,
  WebhooksModule,
} from '@app/webhooks';
import { CommandBus, CqrsModule, QueryBus } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import { cloneDatabase, until } from '../support/index.js';
import { Foundation } from './foundation.js';

const LOOPBACK = { allowHttp: true, allowPrivateCidrs: '127.0.0.0/8,::1/128' };
const keyring = `k1:${randomBytes(32).toString('base64')}`;

export interface WorkerOptions {
  readonly leaseSeconds?: number;
  readonly totalTimeoutMs?: number;
}

function exampleMessage(): OutboxMessage {
  return {
    messageId: newId('msg'),
    type: 'commitment.alert.firing',
    severity: 'high',
    alertId: null,
    revision: null,
    commitmentId: 'c1',
    body: '{"type":"commitment.alert.firing"}',
  };
}

/** The webhooks room on a database of its own: api side, monitor side, and workers of a notifier. */
export type WebhookFixture = Awaited<ReturnType<typeof startWebhooks>>;

export async function startWebhooks() {
  const clone = await cloneDatabase();
  const open = (user: 'api' | 'monitor' | 'notifier'): Database =>
    new Database({ url: clone.urlOf(user), applicationName: `spec-${user}`, max: 12 });
  const [api, monitor, notifier] = [open('api'), open('monitor'), open('notifier')];
  const app = await Test.createTestingModule({
    imports: [Foundation.on(api), CqrsModule, WebhooksModule.register({ ...LOOPBACK, keyring })],
  }).compile();
  await app.init();
  const commands = app.get(CommandBus);
  const senders: Sender[] = [];
  const errors: unknown[] = [];

  const newWorker = ({ leaseSeconds = 45, totalTimeoutMs }: WorkerOptions = {}) => {
    const sender = new Sender(new AddressPolicy(LOOPBACK), totalTimeoutMs);
    senders.push(sender);
    const outbox = new Outbox();
    const store = new PostgresEventStore(notifier);
    const recorder = new Recorder(notifier, store, outbox, () => 0.5);
    const secrets = new EndpointSecrets(new Keyring(keyring));
    return new DeliveryWorker(notifier, secrets, sender, recorder, new SystemClock(), {
      leaseSeconds,
      inFlight: 64,
      onError: (error) => errors.push(error),
    });
  };
  const worker = newWorker();
  const endpointOf = (endpointId: string): Promise<WebhookEndpoint> =>
    app.get(QueryBus).execute(new GetEndpointQuery(endpointId));
  /** Lets the worker work until the condition holds. */
  const drive = (what: string, condition: () => boolean | Promise<boolean>, by = worker) =>
    until(what, async () => (await by.poll(), condition()), { deadlineMs: 15_000, everyMs: 20 });
  const register = (body: RegisterEndpointCommand['body'], key = newId('key')) =>
    commands.execute(new RegisterEndpointCommand(body, { actor: 'ann', idempotencyKey: key }));

  return {
    database: clone,
    /** KEYRING of every process that opens the secrets. */
    keyring,
    commands,
    queries: app.get(QueryBus),
    errors,
    newWorker,
    endpointOf,
    drive,
    register,
    /** Registers and verifies. */
    async activate(body: RegisterEndpointCommand['body']): Promise<RegisteredEndpoint> {
      const registered = await register(body);
      const { endpointId } = registered.endpoint;
      await drive('the endpoint is active', async () => {
        return (await endpointOf(endpointId)).state === 'active';
      });
      return registered;
    },
    /** Writes to the outbox as the monitor does. */
    enqueue(message: Partial<OutboxMessage> = {}): Promise<Enqueued> {
      const whole = { ...exampleMessage(), ...message };
      return monitor.transaction((client) => new Outbox().enqueue(client, whole));
    },
    async close(): Promise<void> {
      await Promise.all(senders.map((sender) => sender.close()));
      await app.close();
      await Promise.all([api, monitor, notifier].map((database) => database.close()));
      await clone.drop();
    },
  };
}
