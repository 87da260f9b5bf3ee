import { randomBytes } from 'node:crypto';
import { makeKeyId, makeKeyText } from '@app/access';
import { cloneDatabase, type TestDatabase } from './database.js';
import { required } from './environment.js';
import { createTopic, type TestTopic } from './kafka.js';
import { type RoleName, type RoleProcess, startRole } from './role-process.js';

export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

/** Every role of the product as a process of its own, on a database and a topic of its own. */
export interface WholeLedger {
  readonly database: TestDatabase;
  readonly topic: TestTopic;
  readonly adminKey: string;
  readonly apiUrl: string;
  role(name: RoleName): RoleProcess;
  /** Starts a role that has been stopped or crashed. */
  restart(name: RoleName): Promise<void>;
  get<T = Record<string, unknown>>(path: string): Promise<Answer<T>>;
  /** @throws Error with the answer when the status is not 2xx */
  post<T = Record<string, unknown>>(path: string, body: unknown): Promise<Answer<T>>;
  stop(): Promise<void>;
}

export interface WholeLedgerOptions {
  readonly roles?: readonly RoleName[];
  readonly partitions?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Another broker than the test run's. */
  readonly brokers?: string;
  readonly topic?: TestTopic;
}

const ALL: readonly RoleName[] = ['api', 'ingest', 'monitor', 'notifier'];

export async function startWholeLedger(options: WholeLedgerOptions = {}): Promise<WholeLedger> {
  const database = await cloneDatabase();
  const topic = options.topic ?? (await createTopic(options.partitions));
  const adminKey = makeKeyText('test', makeKeyId());
  const shared = {
    KAFKA_BROKERS: options.brokers ?? required('KAFKA_BROKERS'),
    USAGE_TOPIC: topic.name,
    KEYRING: `k1:${randomBytes(32).toString('base64')}`,
    BOOTSTRAP_ADMIN_KEY: adminKey,
    WEBHOOK_ALLOW_HTTP: 'true',
    WEBHOOK_ALLOW_PRIVATE_CIDRS: '127.0.0.0/8,::1/128',
    ...options.env,
  };
  const roles = new Map<RoleName, RoleProcess>();
  const start = async (name: RoleName): Promise<void> => {
    const env = { ...shared, DATABASE_URL: database.urlOf(name) };
    roles.set(name, await startRole(name, { env }));
  };
  const role = (name: RoleName): RoleProcess => {
    const found = roles.get(name);
    if (found === undefined) throw new Error(`${name} was not started`);
    return found;
  };
  const stop = async (): Promise<void> => {
    await Promise.all([...roles.values()].map((process) => process.stop()));
    await database.drop();
    if (options.topic === undefined) await topic.delete();
  };
  try {
    await Promise.all((options.roles ?? ALL).map(start));
  } catch (error) {
    await stop();
    throw error;
  }
  const call = async <T>(method: string, path: string, body?: unknown): Promise<Answer<T>> => {
    const answer = await fetch(`${role('api').url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${adminKey}`,
        ...(body === undefined ? {} : { 'content-type': contentType(body) }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (method !== 'GET' && !answer.ok) throw new Error(`${method} ${path}: ${text}`);
    return {
      status: answer.status,
      headers: answer.headers,
      body: (text === '' ? {} : JSON.parse(text)) as T,
    };
  };
  return {
    database,
    topic,
    adminKey,
    get apiUrl() {
      return role('api').url;
    },
    role,
    restart: start,
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
    stop,
  };
}

const contentType = (body: unknown): string =>
  Array.isArray(body) ? 'application/cloudevents-batch+json' : 'application/json';
