import { readFileSync } from 'node:fs';
import { type ApiUnderTest, startApi } from './api-under-test.js';

type Role = 'ingest' | 'viewer' | 'analyst' | 'operator' | 'auditor';
const ROLES: readonly Role[] = ['ingest', 'viewer', 'analyst', 'operator', 'auditor'];
const READERS: readonly Role[] = ['viewer', 'analyst', 'operator', 'auditor'];

/** The table of roles, written down once more: who may use a route besides admin. */
function admitted(method: string, path: string): readonly Role[] | 'open' {
  if (!path.startsWith('/v1/')) return 'open';
  if (path === '/v1/events') return ['ingest'];
  if (path.startsWith('/v1/events/')) return ['operator', 'auditor'];
  if (path.startsWith('/v1/api-keys')) return [];
  if (path.startsWith('/v1/quarantine')) return ['operator', 'auditor'];
  if (/^\/v1\/(webhook-endpoints|deliveries)/.test(path)) {
    return method === 'GET' ? ['operator', 'auditor'] : ['operator'];
  }
  return method === 'GET' ? READERS : [];
}

const { paths } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as {
  paths: Record<string, Record<string, unknown>>;
};
const routes = Object.entries(paths).flatMap(([path, operations]) =>
  Object.keys(operations).map((method) => ({ method: method.toUpperCase(), path })),
);
// A parameter that fits no route's schema: whoever is let in is refused for that.
const concrete = (path: string): string => path.replace(/\{[^}]+\}/g, '%20');

let api: ApiUnderTest;
const keys = new Map<Role, string>();

beforeAll(async () => {
  api = await startApi();
  for (const role of ROLES) keys.set(role, await api.keyOf([role]));
}, 60_000);

afterAll(() => api.close());

describe.each(routes)('$method $path', ({ method, path }) => {
  const allowed = admitted(method, path);
  // A query parameter that no route has ends the request behind the guards, before any work.
  const url = `${concrete(path)}?nobody-knows-this=1`;

  it('is closed without a key, unless it is open to all', async () => {
    const { status } = await api.call(method, url, { key: null });
    expect(status).toBe(allowed === 'open' ? 400 : 401);
  });

  it.each(ROLES)('for %s', async (role) => {
    const { status } = await api.call(method, url, { key: keys.get(role) ?? '' });
    const may = allowed === 'open' || allowed.includes(role);
    expect(status).toBe(may ? 400 : 403);
  });
});

describe('a key', () => {
  it('is refused once it is revoked', async () => {
    const key = await api.keyOf(['viewer']);
    const keyId = key.split('_')[2] ?? '';
    const revoked = await api.call('DELETE', `/v1/api-keys/${keyId}`);
    const { status, json, headers } = await api.call('GET', '/v1/contracts', { key });
    expect(revoked.status).toBe(204);
    expect([status, json.code, headers['www-authenticate']]).toEqual([
      401,
      'unauthenticated',
      'Bearer',
    ]);
  });

  it('is listed without its secret', async () => {
    const key = await api.keyOf(['analyst']);
    const { text } = await api.call('GET', '/v1/api-keys');
    expect(text).toContain(key.split('_')[2]);
    expect(text).not.toContain(key.slice(-49));
  });
});
