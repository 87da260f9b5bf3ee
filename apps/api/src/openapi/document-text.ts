import { PostgresEventStore } from '@app/event-store';
import { Database, Health, SystemClock } from '@app/platform';
import { ApiSettings } from '../api-settings.js';
import { createApp } from '../create-app.js';
import { OpenApiText } from './openapi-text.js';

const NO_WEBHOOKS = { allowHttp: false, allowPrivateCidrs: '' };

/** `docs/openapi.json` as the code has it; the app is put together, but meets no service. */
export async function documentText(): Promise<string> {
  // The pool connects at its first query, and nothing is asked here.
  const database = new Database({ url: 'postgres://localhost:1/none', applicationName: 'openapi' });
  const app = await createApp({
    database,
    eventStore: new PostgresEventStore(database),
    clock: new SystemClock(),
    producer: { send: () => Promise.resolve([]), close: () => Promise.resolve() },
    health: new Health([]),
    settings: new ApiSettings('none', { queries: 0, commands: 0, events: 0 }, 1, 'none'),
    webhooks: { keyring: `k1:${Buffer.alloc(32).toString('base64')}`, ...NO_WEBHOOKS },
  });
  try {
    return app.get(OpenApiText).text;
  } finally {
    await app.close();
    await database.close();
  }
}
