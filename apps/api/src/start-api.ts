import { registerBootstrapKey } from '@app/access';
import { type EventStore, PostgresEventStore } from '@app/event-store';
import { createProducer } from '@app/kafka';
import {
  backOffMs,
  createLogger,
  Database,
  Health,
  isOutage,
  onShutdown,
  readConfig,
  SystemClock,
} from '@app/platform';
import { setTimeout as pause } from 'node:timers/promises';
import { ApiConfig } from './api.config.js';
import { ApiSettings } from './api-settings.js';
import { createApp } from './create-app.js';

const CONNECTIONS = 20;
const STATEMENT_TIMEOUT_MS = 10_000;
const PRODUCE_DEADLINE_MS = 10_000;
const PRODUCER_CLOSE_MS = 2_000;

/** Runs the role `api` until it is told to end. */
export async function startApi(): Promise<void> {
  const config = readConfig(ApiConfig);
  const logger = createLogger('api');
  const database = new Database({
    url: config.DATABASE_URL,
    applicationName: 'ledger-api',
    max: CONNECTIONS,
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
  });
  const eventStore = new PostgresEventStore(database);
  const health = new Health(['database', 'schema', 'bootstrap']);
  const producer = createProducer({
    brokers: config.KAFKA_BROKERS.split(','),
    clientId: 'ledger-api',
    logger,
    deadlineMs: PRODUCE_DEADLINE_MS,
  });
  const app = await createApp({
    database,
    eventStore,
    clock: new SystemClock(),
    producer,
    health,
    settings: settingsOf(config),
    webhooks: {
      keyring: config.KEYRING,
      allowHttp: config.WEBHOOK_ALLOW_HTTP,
      allowPrivateCidrs: config.WEBHOOK_ALLOW_PRIVATE_CIDRS,
    },
  });
  onShutdown(async () => {
    health.drain();
    await pause(config.DRAIN_MS);
    await app.close();
    // A producer that looks for its broker would go on looking.
    await Promise.race([producer.close(), pause(PRODUCER_CLOSE_MS)]);
    await database.close();
  });
  await app.listen(config.API_PORT, config.ROLE_HOST);
  await bootstrap(eventStore, config.BOOTSTRAP_ADMIN_KEY, health);
}

/** Registers the first key as soon as the database can be reached. */
async function bootstrap(
  eventStore: EventStore,
  key: string | undefined,
  health: Health,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (key !== undefined) await registerBootstrapKey(eventStore, key, new Date());
      health.set('bootstrap', true);
      return;
    } catch (error) {
      if (!isOutage(error) && !isUnmigrated(error)) throw error;
      health.set('bootstrap', false, error instanceof Error ? error.message : String(error));
      await pause(backOffMs(attempt, Math.random()));
    }
  }
}

// 42P01: a table is missing, as long as migrations have not run.
function isUnmigrated(error: unknown): boolean {
  return error instanceof Error && (error as { code?: unknown }).code === '42P01';
}

function settingsOf(config: ApiConfig): ApiSettings {
  const rates = {
    queries: config.RATE_QUERIES_PER_SECOND,
    commands: config.RATE_COMMANDS_PER_SECOND,
    events: config.RATE_EVENT_POSTS_PER_SECOND,
  };
  const { USAGE_TOPIC, MAX_IN_FLIGHT, DASHBOARD_ROOT } = config;
  return new ApiSettings(USAGE_TOPIC, rates, MAX_IN_FLIGHT, DASHBOARD_ROOT);
}
