import { type Answer, type ApiUnderTest, startApi } from './api-under-test.js';

type Fields = Readonly<Record<string, unknown>>;

let api: ApiUnderTest;

const post = (url: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
  api.call('POST', url, { body, headers });

/** Sends a change under the current ETag of what it changes. */
async function change(of: string, act: string, body: unknown): Promise<Answer> {
  const { headers } = await api.call('GET', of);
  return post(`${of}/${act}`, body, { 'if-match': headers.etag ?? '"1"' });
}

function refusal({ status, json }: Answer): unknown[] {
  const [first] = (json.errors ?? []) as { pointer: string; code: string }[];
  return [status, json.code, first?.pointer];
}

async function sign(id: string, more: Fields = {}, terms: Fields = {}): Promise<void> {
  const periods = { periods: 5, minimum: '100.00' };
  const answer = await post('/v1/contracts', {
    ...{ contractId: id, name: id, provider: 'AWS', currency: 'USD', reason: 'spec' },
    ...{ start: '2024-01-01', end: '2029-01-01', ...more },
    commitments: [{ commitmentId: id, name: id, terms: { ...periods, ...terms } }],
  });
  if (answer.status !== 201) throw new Error(answer.text);
}

beforeAll(async () => {
  api = await startApi();
  await sign('k');
  await sign('milestones', {}, { kind: 'CUMULATIVE', minimum: ['1', '2', '3', '4', '5'] });
  await sign('two-people', { fourEyes: true });
  const reason = 'spec';
  const book = { priceBookId: 'b', provider: 'AWS', currency: 'USD', prices: [], reason };
  await post('/v1/price-books', book);
  const rates = [{ currency: 'EUR', month: '2024-01-01', rate: '1.10' }];
  await post('/v1/fx-tables', { fxTableId: 'f', currency: 'USD', rates, reason });
}, 60_000);

afterAll(() => api.close());

describe('POST /v1/commitments/{commitmentId}/amendments', () => {
  const amendment = { effectiveFrom: '2025-07-01', terms: { minimum: '80' }, reason: 'spec' };
  const fraction = (one: Fields): Fields => ({ classes: [{ class: 'SUPPORT', ...one }] });

  it.each<[string, Fields, unknown[]]>([
    ['without a reason', { reason: ' ' }, [400, 'reason-required', '/reason']],
    ['of an unknown clause', { terms: { colour: 1 } }, [400, 'unknown-field', '/terms/colour']],
    ['with an unknown member', { note: 'x' }, [400, 'unknown-field', '/note']],
    ['from no day', { effectiveFrom: '2027-02-29' }, [400, 'day-invalid', '/effectiveFrom']],
    ['by a number', { terms: { minimum: 80 } }, [400, 'money-must-be-string', '/terms/minimum']],
    ['by no amount', { terms: { minimum: 'NaN' } }, [400, 'money-invalid', '/terms/minimum']],
    ['below zero', { terms: { minimum: '-1' } }, [422, 'minimum-negative', '/terms/minimum']],
    ['of nothing', { terms: {} }, [422, 'amendment-empty', '/terms']],
    ['of the basis', { terms: { basis: 'LIST' } }, [422, 'clause-immutable', '/terms/basis']],
    ['without periods', { terms: { periods: null } }, [422, 'clause-immutable', '/terms/periods']],
    ['without a minimum', { terms: { minimum: null } }, [422, 'minimum-count', '/terms/minimum']],
    [
      'with too few minima',
      { terms: { minimum: ['1', '2'] } },
      [422, 'minimum-count', '/terms/minimum'],
    ],
    [
      'on the day after the term',
      { effectiveFrom: '2029-01-01' },
      [422, 'effective-outside-term', '/effectiveFrom'],
    ],
    [
      'with a ratio above 1',
      { terms: fraction({ fraction: '1.5' }) },
      [422, 'ratio-invalid', '/terms/classes/0/fraction'],
    ],
    [
      'of a class that is none',
      { terms: { classes: [{ class: 'RENT', fraction: '1' }] } },
      [422, 'class-unknown', '/terms/classes/0/class'],
    ],
    [
      'of a class that never counts',
      { terms: { classes: [{ class: 'TAX', fraction: '1' }] } },
      [422, 'class-never-counts', '/terms/classes/0/class'],
    ],
  ])('%s is refused', async (_, change_, expected) => {
    const answer = await change('/v1/commitments/k', 'amendments', { ...amendment, ...change_ });
    expect(refusal(answer)).toEqual(expected);
  });

  it('of milestones that would decrease is refused', async () => {
    const terms = { minimum: '0.5' };
    const of = '/v1/commitments/milestones';
    const answer = await change(of, 'amendments', { ...amendment, terms });
    expect(refusal(answer)).toEqual([422, 'milestones-decrease', '/terms/minimum']);
    const carry = { ...amendment, terms: { carryForward: {} } };
    const other = await change(of, 'amendments', carry);
    expect(refusal(other).slice(0, 2)).toEqual([422, 'clause-needs-per-period']);
  });

  it('of a contract under four-eyes is nothing that one does alone', async () => {
    const of = '/v1/commitments/two-people';
    expect(refusal(await change(of, 'amendments', amendment)).slice(0, 2)).toEqual([
      403,
      'four-eyes',
    ]);
  });

  it('of nothing that is there, unseen or stale, is refused', async () => {
    const url = '/v1/commitments/k/amendments';
    const unknown = await post('/v1/commitments/none/amendments', amendment, { 'if-match': '"1"' });
    expect(unknown.status).toBe(404);
    expect((await post(url, amendment)).status).toBe(428);
    for (const query of ['', '?dryRun=true']) {
      const stale = await post(`${url}${query}`, amendment, { 'if-match': '"7"' });
      expect([stale.status, stale.json.code]).toEqual([412, 'version-conflict']);
    }
  });

  it('answers the version it makes, under dryRun without making it', async () => {
    const dry = await change('/v1/commitments/k', 'amendments?dryRun=true', amendment);
    expect(dry.json).toMatchObject({ termsVersion: 2, version: 2, dryRun: true });
    expect((await api.call('GET', '/v1/contracts/k')).json.amendments).toEqual([]);
    const done = await change('/v1/commitments/k', 'amendments', amendment);
    expect([done.status, done.headers.etag]).toEqual([200, '"2"']);
    expect(done.json).toMatchObject({ contractId: 'k', termsVersion: 2, dryRun: false });
  });

  it.each([1, 9, 3, 2])(
    'void of version %i, when 3 is a void of 2, is refused',
    async (version) => {
      const of = '/v1/commitments/k';
      const reason = { reason: 'spec' };
      const { termsVersion } = (await api.call('GET', `${of}?through=2028-12-31`)).json;
      if (termsVersion === 2) await change(of, 'amendments/2/void', reason);
      const answer = await change(of, `amendments/${version}/void`, reason);
      expect(refusal(answer)).toEqual([422, 'void-invalid', '/version']);
    },
  );

  it('void of what is no version is refused', async () => {
    const answer = await change('/v1/commitments/k', 'amendments/x/void', { reason: 'spec' });
    expect(refusal(answer)).toEqual([400, 'value-invalid', 'version']);
  });
});

describe('POST /v1/contracts/{contractId}/capital', () => {
  const tranche = { trancheId: 't', amount: '5', receivedOn: '2024-01-15' };

  it.each<[string, Fields, unknown[]]>([
    ['without a day', { receivedOn: undefined }, [400, 'required', '/receivedOn']],
    ['of a number', { amount: 5 }, [400, 'money-must-be-string', '/amount']],
    ['below zero', { amount: '-5' }, [422, 'minimum-negative', '/amount']],
    ['of no kind', { kind: 'GOLD' }, [400, 'value-not-listed', '/kind']],
    ['with an unknown member', { note: 'x' }, [400, 'unknown-field', '/note']],
  ])('%s is refused', async (_, more, expected) => {
    const answer = await change('/v1/contracts/k', 'capital', { ...tranche, ...more });
    expect(refusal(answer)).toEqual(expected);
  });

  it('of no contract, or unseen, is refused', async () => {
    const headers = { 'if-match': '"1"' };
    expect((await post('/v1/contracts/none/capital', tranche, headers)).status).toBe(404);
    expect((await post('/v1/contracts/k/capital', tranche)).status).toBe(428);
  });
});

describe('POST /v1/price-books/{priceBookId}/discounts', () => {
  const discount = { discountId: 'd', rate: '0.1', skuIds: ['sku'] };

  it.each<[string, Fields, unknown[]]>([
    ['above 1', { rate: '1.1' }, [422, 'ratio-invalid', '/discounts/0/rate']],
    ['of no sku', { skuIds: [] }, [400, 'value-out-of-range', '/discounts/0/skuIds']],
    [
      'that ends as it starts',
      { effectiveFrom: '2024-01-01', effectiveTo: '2024-01-01' },
      [400, 'period-empty', '/discounts/0/effectiveTo'],
    ],
  ])('%s is refused', async (_, more, expected) => {
    const body = { discounts: [{ ...discount, ...more }], reason: 'spec' };
    expect(refusal(await change('/v1/price-books/b', 'discounts', body))).toEqual(expected);
  });

  it('in no book, or without a reason, is refused', async () => {
    const body = { discounts: [discount], reason: 'spec' };
    const headers = { 'if-match': '"1"' };
    expect((await post('/v1/price-books/none/discounts', body, headers)).status).toBe(404);
    const silent = await change('/v1/price-books/b', 'discounts', { discounts: [discount] });
    expect(refusal(silent)).toEqual([400, 'reason-required', '/reason']);
  });
});

describe('POST /v1/fx-tables and its rates', () => {
  const rate = { currency: 'EUR', month: '2024-02-01', rate: '1.05' };

  it.each<[string, Fields, unknown[]]>([
    ['of zero', { rate: '0' }, [422, 'fx-rate-invalid', '/rates/0/rate']],
    ['of 11 decimals', { rate: '1.00000000001' }, [422, 'fx-rate-invalid', '/rates/0/rate']],
    ['of no currency', { currency: 'XQX' }, [422, 'currency-unknown', '/rates/0/currency']],
    ['into itself', { currency: 'USD' }, [422, 'currency-mismatch', '/rates/0/currency']],
    ['of a month and a day', { day: '2024-02-01' }, [400, 'day-invalid', '/rates/0']],
    ['of half a month', { month: '2024-02-15' }, [400, 'day-invalid', '/rates/0/month']],
    ['that is there', { month: '2024-01-01' }, [409, 'fx-rate-exists', '/rates/0']],
  ])('a rate %s is refused', async (_, more, expected) => {
    const body = { rates: [{ ...rate, ...more }], reason: 'spec' };
    expect(refusal(await change('/v1/fx-tables/f', 'rates', body))).toEqual(expected);
  });

  it('another table of the id is refused, the same is no news', async () => {
    const same = [{ currency: 'EUR', month: '2024-01-01', rate: '1.10' }];
    const table = { fxTableId: 'f', currency: 'USD', rates: same, reason: 'spec' };
    const again = await post('/v1/fx-tables', table);
    expect([again.status, again.headers.etag]).toEqual([201, '"1"']);
    const other = await post('/v1/fx-tables', { ...table, currency: 'GBP' });
    expect(refusal(other)).toEqual([409, 'already-exists', '/fxTableId']);
    const none = { rates: [rate], reason: 'spec' };
    expect((await post('/v1/fx-tables/none/rates', none, { 'if-match': '"1"' })).status).toBe(404);
    expect((await api.call('GET', '/v1/fx-tables/none')).status).toBe(404);
    const [listed] = (await api.call('GET', '/v1/fx-tables')).json.data as Fields[];
    expect(listed).toMatchObject({ fxTableId: 'f', version: 1, rates: same });
  });
});
