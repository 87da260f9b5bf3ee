import fc from 'fast-check';
import { Problem } from '@app/wire';
import { contractBody } from './bodies.js';
import { type Answer, type ApiUnderTest, startApi } from './api-under-test.js';

let api: ApiUnderTest;

beforeAll(async () => {
  api = await startApi();
}, 60_000);

afterAll(() => api.close());

/** A refusal that is problem details through and through. */
function expectProblem(answer: Answer, status: number, code: string, pointer?: string): void {
  expect([answer.status, answer.json.code]).toEqual([status, code]);
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  const problem = Problem.parse(answer.json);
  expect(problem).toMatchObject({ type: `/problems/${code}`, status });
  if (pointer !== undefined) expect(problem.errors.map((e) => e.pointer)).toContain(pointer);
}

/** The example contract with one member set, at a path of keys. */
function withMember(path: readonly (string | number)[], value: unknown): unknown {
  const body = structuredClone(contractBody('bad'));
  let at = body as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  at[path.at(-1) ?? ''] = value;
  return body;
}

const terms = ['commitments', 0, 'terms'] as const;

describe('POST /v1/contracts refuses', () => {
  it.each([
    ['an unknown member', ['colour'], 'red', 'unknown-field', '/colour'],
    ['an unknown clause', [...terms, 'bonus'], 1, 'unknown-field', '/commitments/0/terms/bonus'],
    [
      'money as a number',
      [...terms, 'minimum'],
      2e10,
      'money-must-be-string',
      '/commitments/0/terms/minimum',
    ],
    ['1e400', [...terms, 'minimum'], '1e400', 'money-invalid', '/commitments/0/terms/minimum'],
    ['NaN', [...terms, 'termMinimum'], 'NaN', 'money-invalid', '/commitments/0/terms/termMinimum'],
    [
      '19 decimals',
      ['capital', 0, 'amount'],
      '0.1234567890123456789',
      'money-invalid',
      '/capital/0/amount',
    ],
    ['29 February 2027', ['start'], '2027-02-29', 'day-invalid', '/start'],
    ['no reason', ['reason'], ' ', 'reason-required', '/reason'],
    ['a missing name', ['name'], undefined, 'required', '/name'],
    ['another type', ['fourEyes'], 'no', 'type-invalid', '/fourEyes'],
    ['NUL in a text', ['name'], 'a\u0000b', 'text-invalid', '/name'],
    ['a lone surrogate', ['name'], 'a\ud800b', 'text-invalid', '/name'],
    ['an id with a slash', ['contractId'], 'a/b', 'identifier-invalid', '/contractId'],
    [
      'a basis that is none',
      [...terms, 'basis'],
      'GROSS',
      'value-not-listed',
      '/commitments/0/terms/basis',
    ],
  ])('%s', async (_name, path, value, code, pointer) => {
    const body = withMember(path, value);
    expectProblem(await api.call('POST', '/v1/contracts', { body }), 400, code, pointer);
  });

  it('several faults at once, each with its pointer', async () => {
    const body = { ...contractBody('bad'), colour: 'red', start: '2027-13-01' };
    const answer = await api.call('POST', '/v1/contracts', { body });
    expectProblem(answer, 400, 'invalid-input', '/colour');
    expectProblem(answer, 400, 'invalid-input', '/start');
  });

  it('what has a form but no meaning, with 422', async () => {
    const body = withMember([...terms, 'minimum'], '-1');
    const answer = await api.call('POST', '/v1/contracts', { body });
    expect([answer.status, answer.json.code]).toEqual([422, 'minimum-negative']);
  });
});

describe('any request is refused for', () => {
  const post = (body: unknown, headers = {}) =>
    api.call('POST', '/v1/contracts', { body, headers });

  it('an unknown query parameter', async () => {
    expectProblem(
      await api.call('GET', '/v1/contracts?colour=red'),
      400,
      'unknown-query-parameter',
      'colour',
    );
    expectProblem(
      await api.call('GET', '/v1/ledger/head?x=1'),
      400,
      'unknown-query-parameter',
      'x',
    );
  });

  it.each([
    ['limit=0', 'limit-invalid', 'limit'],
    ['limit=1001', 'limit-invalid', 'limit'],
    ['limit=1&limit=2', 'limit-invalid', 'limit'],
    ['cursor=%00', 'text-invalid', 'cursor'],
    ['cursor=bm9uZQ', 'cursor-invalid', 'cursor'],
    ['asOf=yesterday', 'instant-invalid', 'asOf'],
    ['minPosition=x', 'position-invalid', 'minPosition'],
    ['waitMs=99999', 'wait-invalid', 'waitMs'],
  ])('?%s', async (query, code, pointer) => {
    expectProblem(await api.call('GET', `/v1/contracts?${query}`), 400, code, pointer);
  });

  it('a body where none is taken', async () => {
    const answer = await api.call('POST', '/v1/webhook-endpoints/none/enable', { body: { a: 1 } });
    expectProblem(answer, 400, 'unexpected-body');
  });

  it('what is no JSON', async () => {
    expectProblem(await post('{"a":'), 400, 'json-invalid');
  });

  it('a member __proto__', async () => {
    expectProblem(await post('{"__proto__":{"admin":true}}'), 400, 'json-invalid');
  });

  it('nesting of 33 levels', async () => {
    const nested = '{"a":'.repeat(33) + '1' + '}'.repeat(33);
    expectProblem(await post(nested), 400, 'nesting-too-deep');
  });

  it('a body of more than 256 KiB', async () => {
    expectProblem(await post({ name: 'x'.repeat(300_000) }), 413, 'body-too-large');
  });

  it('another content type, or an encoded body', async () => {
    expectProblem(
      await post('a=1', { 'content-type': 'text/plain' }),
      415,
      'unsupported-media-type',
    );
    expectProblem(await post('{}', { 'content-encoding': 'gzip' }), 415, 'unsupported-media-type');
    const events = { 'content-type': 'application/cloudevents+json' };
    expectProblem(await post('{}', events), 415, 'unsupported-media-type');
  });

  it('a route or thing that is not there', async () => {
    expectProblem(await api.call('GET', '/v1/nothing'), 404, 'not-found');
    expectProblem(await api.call('GET', '/v1/contracts/none'), 404, 'not-found');
    expectProblem(await api.call('GET', '/v1/commitments/none/position'), 404, 'not-found');
    expectProblem(await api.call('GET', '/v1/alerts/none'), 404, 'not-found');
    expectProblem(await api.call('GET', '/v1/events/a%2Fb/1%2F2'), 404, 'not-found');
    expectProblem(await api.call('GET', '/v1/webhook-endpoints/none'), 404, 'not-found');
    expectProblem(await api.call('GET', '/v1/deliveries/none'), 404, 'not-found');
    expectProblem(await api.call('PUT', '/v1/contracts'), 404, 'not-found');
  });

  it('an address that cannot be decoded', async () => {
    expectProblem(await api.call('GET', '/v1/contracts/%zz'), 400, 'bad-request');
  });
});

describe('whatever is sent', () => {
  const URLS = [
    '/v1/contracts',
    '/v1/price-books',
    '/v1/price-books/x/prices',
    '/v1/webhook-endpoints',
    '/v1/webhook-endpoints/x/secret/rotate',
    '/v1/webhook-endpoints/x/test',
    '/v1/api-keys',
    '/v1/events',
  ];
  const types = [
    'application/json',
    'application/cloudevents+json',
    'application/cloudevents-batch+json',
  ];

  it('never ends in a 5xx', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...URLS),
        fc.constantFrom(...types),
        fc.oneof(fc.json(), fc.string({ unit: 'binary' })),
        async (url, type, body) => {
          const headers = { 'content-type': type, 'if-match': '"1"' };
          const { status } = await api.call('POST', url, { body, headers });
          expect(status).toBeLessThan(500);
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);

  it('in a query never does, either', async () => {
    const lists = ['contracts', 'commitments', 'price-books', 'sources', 'alerts', 'quarantine'];
    const names = [
      'limit',
      'cursor',
      'asOf',
      'through',
      'minPosition',
      'include',
      'filter[status]',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...lists),
        fc.constantFrom(...names),
        fc.string({ unit: 'grapheme' }),
        async (list, name, value) => {
          const url = `/v1/${list}?waitMs=0&${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
          const { status } = await api.call('GET', url);
          expect(status).toBeLessThan(500);
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);
});
