import { makeKeyId, makeKeyText, registerBootstrapKey } from '@app/access';
import { PostgresEventStore } from '@app/event-store';
import { Database, Health, SystemClock } from '@app/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiSettings } from '../../../apps/api/src/api-settings.js';
import type { ApiParts } from '../../../apps/api/src/core.module.js';
import { createApp } from '../../../apps/api/src/create-app.js';
import { cloneDatabase } from '../../support/index.js';
import { fitsDocument } from './fits-document.js';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  /** The parsed body, when it is JSON. */
  readonly json: Record<string, unknown>;
}

export interface Call {
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON; text and bytes as they are. */
  readonly body?: unknown;
}

export interface ApiUnderTest {
  readonly app: NestFastifyApplication;
  readonly adminKey: string;
  readonly ownerUrl: string;
  call(method: string, url: string, call?: Call): Promise<Answer>;
  /** A key of its own for a principal with these roles. */
  keyOf(roles: readonly string[], more?: Record<string, unknown>): Promise<string>;
  close(): Promise<void>;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;
const UNLIMITED = { queries: 0, commands: 0, events: 0 };

/** The whole api in this process, as database user `ledger_api`, on a database of its own. */
export async function startApi(parts: Partial<ApiParts> = {}): Promise<ApiUnderTest> {
  const cloned = await cloneDatabase();
  const database = new Database({ url: cloned.urlOf('api'), applicationName: 'spec-api', max: 5 });
  const eventStore = new PostgresEventStore(database);
  const adminKey = makeKeyText('test', makeKeyId());
  await registerBootstrapKey(eventStore, adminKey, new Date());
  const app = await createApp({
    database,
    eventStore,
    clock: new SystemClock(),
    producer: { send: () => Promise.resolve([]), close: () => Promise.resolve() },
    health: new Health(['database', 'schema']),
    settings: new ApiSettings('none', UNLIMITED, 200, 'none'),
    webhooks: {
      keyring: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
      allowHttp: true,
      allowPrivateCidrs: '127.0.0.0/8',
    },
    ...parts,
  });
  // Thousands of expected refusals would bury what a failing spec has to say.
  app.useLogger(['warn', 'error', 'fatal']);

  const call: ApiUnderTest['call'] = async (
    method,
    url,
    { key = adminKey, headers, body } = {},
  ) => {
    const known = METHODS.find((one) => one === method);
    if (known === undefined) throw new Error(`${method} is no method`);
    const asIs = typeof body === 'string' || Buffer.isBuffer(body);
    const answer = await app.inject({
      method: known,
      url,
      headers: {
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: asIs ? body : JSON.stringify(body) }),
    });
    const text = answer.payload;
    const type = String(answer.headers['content-type']);
    const isJson = /[/+]json/.test(type) && text !== '';
    const json = (isJson ? JSON.parse(text) : {}) as Record<string, unknown>;
    if (isJson) fitsDocument(method, url, { status: answer.statusCode, type, body: json });
    return {
      status: answer.statusCode,
      headers: answer.headers as Record<string, string | undefined>,
      text,
      json,
    };
  };

  return {
    app,
    adminKey,
    ownerUrl: cloned.url,
    call,
    async keyOf(roles, more = {}) {
      const body = { name: roles.join(' '), principal: roles.join('+'), roles, ...more };
      const answer = await call('POST', '/v1/api-keys', { body });
      if (typeof answer.json.key !== 'string') throw new Error(answer.text);
      return answer.json.key;
    },
    async close() {
      await app.close();
      await database.close();
      await cloned.drop();
    },
  };
}
