import { EventStore, PostgresEventStore } from '@app/event-store';
import { Clock, createLogger, Database, Health, SystemClock } from '@app/platform';
import {
  AddressPolicy,
  DeliveryWorker,
  EndpointSecrets,
  Keyring,
  Outbox,
  Recorder,
  Sender,
} from '@app/webhooks';
import { type DynamicModule, Module } from '@nestjs/common';
import { CHECKS, Notifier } from './notifier.js';
import { type NotifierConfig } from './notifier.config.js';

const CONNECTIONS = 12;

/** Wires the role together. */
@Module({})
export class NotifierModule {
  static with(config: NotifierConfig): DynamicModule {
    const database = new Database({
      url: config.DATABASE_URL,
      applicationName: 'ledger-notifier',
      max: CONNECTIONS,
    });
    return {
      module: NotifierModule,
      providers: [
        { provide: Database, useValue: database },
        { provide: Clock, useClass: SystemClock },
        { provide: EventStore, useValue: new PostgresEventStore(database) },
        { provide: Health, useValue: new Health(CHECKS) },
        {
          provide: Sender,
          useFactory: (): Sender => new Sender(policyOf(config)),
        },
        {
          provide: Notifier,
          inject: [EventStore, Clock, Health, Sender],
          useFactory: (
            eventStore: EventStore,
            clock: Clock,
            health: Health,
            sender: Sender,
          ): Notifier => createNotifier(config, database, eventStore, clock, health, sender),
        },
      ],
    };
  }
}

function policyOf(config: NotifierConfig): AddressPolicy {
  const allowPrivateCidrs = config.WEBHOOK_ALLOW_PRIVATE_CIDRS;
  if (allowPrivateCidrs !== '') {
    createLogger('notifier').warn({ message: 'private addresses allowed', allowPrivateCidrs });
  }
  return new AddressPolicy({ allowHttp: config.WEBHOOK_ALLOW_HTTP, allowPrivateCidrs });
}

function createNotifier(
  config: NotifierConfig,
  database: Database,
  eventStore: EventStore,
  clock: Clock,
  health: Health,
  sender: Sender,
): Notifier {
  const logger = createLogger('notifier');
  const secrets = new EndpointSecrets(new Keyring(config.KEYRING));
  const recorder = new Recorder(database, eventStore, new Outbox(), Math.random);
  const worker = new DeliveryWorker(database, secrets, sender, recorder, clock, {
    leaseSeconds: config.WEBHOOK_LEASE_SECONDS,
    inFlight: config.WEBHOOK_IN_FLIGHT,
    onError: (error) => {
      // The lease runs out and another try follows: nothing is lost, but somebody should look.
      logger.error({ message: 'delivery not recorded', detail: String(error) });
    },
  });
  return new Notifier({ database, secrets, worker, sender, health, logger });
}
