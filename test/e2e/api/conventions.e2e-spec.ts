import { contractBody, priceBookBody } from './bodies.js';
import { type ApiUnderTest, startApi } from './api-under-test.js';

let api: ApiUnderTest;

beforeAll(async () => {
  api = await startApi();
}, 60_000);

afterAll(() => api.close());

describe('POST /v1/contracts', () => {
  it('answers 201 with Location, ETag and the position of the write', async () => {
    const answer = await api.call('POST', '/v1/contracts', { body: contractBody('a') });
    expect(answer.json).toEqual({
      contractId: 'contract-a',
      version: 1,
      commitmentIds: ['commitment-a'],
      position: answer.headers['ledger-position'],
      dryRun: false,
    });
    expect(answer.status).toBe(201);
    expect(answer.headers).toMatchObject({ location: '/v1/contracts/contract-a', etag: '"1"' });
    expect(answer.headers['ledger-position']).toMatch(/^-1:\d+$/);
  });

  it('is read back as it was signed', async () => {
    await api.call('POST', '/v1/contracts', { body: contractBody('b') });
    const { status, headers, json } = await api.call('GET', '/v1/contracts/contract-b');
    expect({ status, etag: headers.etag }).toEqual({ status: 200, etag: '"1"' });
    expect(json).toMatchObject({
      contractId: 'contract-b',
      signedBy: 'admin',
      amendments: [],
      commitments: [{ commitmentId: 'commitment-b', termsVersion: 1 }],
    });
  });

  it('records nothing on a dry run', async () => {
    const url = '/v1/contracts?dryRun=true';
    const dry = await api.call('POST', url, { body: contractBody('dry') });
    const after = await api.call('GET', '/v1/contracts/contract-dry');
    expect([dry.status, dry.json.dryRun, after.status]).toEqual([200, true, 404]);
  });

  it('refuses another contract of the same id', async () => {
    await api.call('POST', '/v1/contracts', { body: contractBody('c') });
    const other = { ...contractBody('c'), name: 'Another' };
    const { status, json } = await api.call('POST', '/v1/contracts', { body: other });
    expect([status, json.code]).toEqual([409, 'already-exists']);
  });
});

describe('Idempotency-Key', () => {
  const headers = { 'idempotency-key': 'once' };

  it('answers a repeat as the first time, and says so', async () => {
    const first = await api.call('POST', '/v1/contracts', { body: contractBody('i'), headers });
    const second = await api.call('POST', '/v1/contracts', { body: contractBody('i'), headers });
    expect(second.json).toEqual(first.json);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(second.headers['idempotency-replayed']).toBe('true');
  });

  it('refuses another body, and another route', async () => {
    const body = { ...contractBody('i'), name: 'Another' };
    const otherBody = await api.call('POST', '/v1/contracts', { body, headers });
    const books = { body: priceBookBody('i'), headers };
    const otherRoute = await api.call('POST', '/v1/price-books', books);
    expect([otherBody.status, otherBody.json.code]).toEqual([422, 'idempotency-key-reused']);
    expect([otherRoute.status, otherRoute.json.code]).toEqual([422, 'idempotency-key-reused']);
  });

  it('has one effect, however many come at once', async () => {
    const many = { body: priceBookBody('many'), headers: { 'idempotency-key': 'many' } };
    const calls = Array.from({ length: 20 }, () => api.call('POST', '/v1/price-books', many));
    const answers = await Promise.all(calls);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const { json } = await api.call('GET', '/v1/price-books/book-many');
    expect(json.version).toBe(1);
  });

  it('must be visible ASCII', async () => {
    const bad = { body: contractBody('x'), headers: { 'idempotency-key': 'a b' } };
    const { status, json } = await api.call('POST', '/v1/contracts', bad);
    expect([status, json.code]).toEqual([400, 'idempotency-key-invalid']);
  });

  it('shows a key once', async () => {
    const body = { name: 'n', principal: 'p', roles: ['viewer'] };
    const first = await api.call('POST', '/v1/api-keys', {
      body,
      headers: { 'idempotency-key': 'k' },
    });
    const second = await api.call('POST', '/v1/api-keys', {
      body,
      headers: { 'idempotency-key': 'k' },
    });
    expect(first.json.key).toMatch(/^cl_live_/);
    expect(second.json).toEqual({ ...first.json, key: null });
  });
});

describe('If-Match', () => {
  const more = {
    prices: [{ skuId: 'sku-out', unit: 'tokens', per: '1000000', unitPrice: '15' }],
    reason: 'more',
  };

  it('is needed to change what is there, and must be what is there', async () => {
    await api.call('POST', '/v1/price-books', { body: priceBookBody('m') });
    const post = (headers: Record<string, string>) =>
      api.call('POST', '/v1/price-books/book-m/prices', { body: more, headers });
    const without = await post({});
    const fresh = await post({ 'if-match': '"1"' });
    const stale = await post({ 'if-match': '"1"' });
    const wrong = await post({ 'if-match': '*' });
    expect([without.status, without.json.code]).toEqual([428, 'precondition-required']);
    expect([fresh.status, fresh.headers.etag]).toEqual([200, '"2"']);
    expect([stale.status, stale.json.code]).toEqual([412, 'version-conflict']);
    expect([wrong.status, wrong.json.code]).toEqual([400, 'etag-invalid']);
  });
});

describe('lists', () => {
  it('go on at the cursor, page by page, each row once', async () => {
    for (const id of ['p1', 'p2', 'p3']) {
      await api.call('POST', '/v1/price-books', { body: priceBookBody(`page-${id}`) });
    }
    const seen: unknown[] = [];
    let cursor = '';
    do {
      const { json } = await api.call('GET', `/v1/price-books?limit=2${cursor}`);
      const { data, page } = json as {
        data: { priceBookId: string }[];
        page: { next: string | null };
      };
      expect(data.length).toBeLessThanOrEqual(2);
      seen.push(...data.map(({ priceBookId }) => priceBookId));
      cursor = page.next === null ? '' : `&cursor=${page.next}`;
    } while (cursor !== '');
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(['book-page-p1', 'book-page-p2', 'book-page-p3']));
  });

  it('refuse a cursor of another list', async () => {
    const books = await api.call('GET', '/v1/price-books?limit=1');
    const { next } = books.json.page as { next: string };
    const { status, json } = await api.call('GET', `/v1/contracts?cursor=${next}`);
    expect([status, json.code]).toEqual([400, 'cursor-invalid']);
  });
});

describe('a list asked for as a table', () => {
  it('comes as CSV, with the next page in Link', async () => {
    const url = '/v1/price-books?limit=1';
    const { status, text, headers } = await api.call('GET', url, {
      headers: { accept: 'text/csv' },
    });
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(text).toMatch(/^priceBookId,provider,currency,.*\r\nbook-/);
    const next = /^<(.+)>; rel="next"$/.exec(headers.link ?? '')?.[1] ?? '';
    expect((await api.call('GET', next)).status).toBe(200);
  });

  it('comes as NDJSON', async () => {
    const accept = { accept: 'application/x-ndjson' };
    const { text } = await api.call('GET', '/v1/price-books', { headers: accept });
    const ids = text
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { priceBookId: string }).priceBookId);
    expect(ids).toContain('book-page-p1');
  });
});

describe('reads of ledger state', () => {
  it('answer projection-behind when the position is not reached in time', async () => {
    await api.call('POST', '/v1/contracts', { body: contractBody('behind') });
    const url = '/v1/commitments/commitment-behind/position?minPosition=0:999999&waitMs=20';
    const { status, headers, json } = await api.call('GET', url);
    expect([status, json.code]).toEqual([503, 'projection-behind']);
    expect(headers['retry-after']).toMatch(/^\d+$/);
  });
});

describe('open routes', () => {
  it.each(['/livez', '/openapi.json', '/docs', '/problems', '/problems/day-invalid', '/metrics'])(
    'GET %s needs no key',
    async (url) => {
      expect((await api.call('GET', url, { key: null })).status).toBe(200);
    },
  );

  it('say what is ready', async () => {
    const ready = await api.call('GET', '/readyz', { key: null });
    expect(ready.json).toMatchObject({ status: 'ok', checks: { database: { ok: true } } });
  });
});

describe('every answer', () => {
  it('carries the headers that keep browsers careful', async () => {
    const { headers } = await api.call('GET', '/v1/contracts');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;" +
        "connect-src 'self';font-src 'self';base-uri 'none';form-action 'self';" +
        "frame-ancestors 'none'",
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store');
  });
});
