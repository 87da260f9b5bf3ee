import { contractBody, startWholeLedger, usageEvent, type WholeLedger } from '../support/index.js';
import { cents, ContractSide, type Position } from './contract-side.js';

type Fields = Readonly<Record<string, unknown>>;

const FIVE_YEARS = { start: '2024-01-01', end: '2029-01-01' };

let ledger: WholeLedger;
let side: ContractSide;
let sent = 0;

beforeAll(async () => {
  ledger = await startWholeLedger({ roles: ['api', 'ingest', 'monitor'] });
  side = new ContractSide(ledger);
}, 60_000);

afterAll(() => ledger.stop());

/** One contract with one commitment of the same id, whose usage has the account of that name. */
async function sign(id: string, account: string, terms: Fields = {}): Promise<void> {
  const who = { contractId: id, commitmentId: id, billingAccountIds: [account] };
  await ledger.post('/v1/contracts', contractBody({ ...who, ...FIVE_YEARS, terms }));
}

/** Sends lines of an account, and answers the position that holds them all. */
async function use(account: string, lines: readonly Fields[]): Promise<string> {
  const events = lines.map((line) => {
    sent += 1;
    const data = { billingAccountId: account, ...line };
    return usageEvent({ source: `exporter/${account}`, id: `line-${sent}`, data });
  });
  const { body } = await ledger.post<{ position: string }>('/v1/events', events);
  return body.position;
}

const billed = (day: string, billedCost: string, more: Fields = {}): Fields => ({
  ...{ chargePeriodStart: `${day}T00:00:00Z`, billedCost, billingCurrency: 'USD' },
  ...more,
});

describe('W13, FX', () => {
  const EUR = { billingCurrency: 'EUR' };
  const CORRECTION = {
    ...{ ...EUR, chargeClass: 'Correction', billingPeriodStart: '2024-03-01' },
    correctedBillingPeriodStart: '2024-01-01',
  };
  let before: Position;

  beforeAll(async () => {
    await sign('fx-month', 'euros', { fx: { rule: 'BILLING_MONTH', table: 'group' } });
    await sign('fx-fixed', 'euros', { fx: { rule: 'CONTRACT_FIXED', fixed: { EUR: '1.08' } } });
    await sign('fx-event', 'yens', { fx: { rule: 'EVENT', table: 'group' } });
    await use('yens', [billed('2024-04-10', '150000000', { billingCurrency: 'JPY' })]);
    const position = await use('euros', [
      billed('2024-01-15', '1000000', EUR),
      billed('2024-02-15', '1000000', EUR),
      billed('2024-03-20', '-200000', CORRECTION),
    ]);
    before = await side.position('fx-month', position);
  }, 60_000);

  it('without a rate all stands in suspense', () => {
    expect(before.term.counted).toBe('0');
    expect(before.suspense.noFxRate).toEqual([{ currency: 'EUR', amount: '1800000' }]);
  });

  it('a correction takes the rate of the line that it corrects', async () => {
    const { body, headers } = await ledger.post('/v1/fx-tables', {
      ...{ fxTableId: 'group', currency: 'USD', reason: 'rates of the group' },
      rates: [
        { currency: 'EUR', month: '2024-01-01', rate: '1.10' },
        { currency: 'EUR', month: '2024-02-01', rate: '1.05' },
      ],
    });
    expect(headers.get('location')).toBe('/v1/fx-tables/group');
    expect(headers.get('etag')).toBe('"1"');
    const after = await side.position('fx-month', String(body.position));
    expect(after.suspense.noFxRate).toEqual([]);
    // 1,000,000 x 1.10 + 1,000,000 x 1.05 - 200,000 x 1.10
    expect(after.term.counted).toBe('1930000');
    const march = { currency: 'EUR', month: '2024-03-01', rate: '1.08' };
    const written = await side.change('/v1/fx-tables/group', 'rates', {
      ...{ rates: [march], reason: 'March' },
    });
    expect((await side.position('fx-month', written)).term.counted).toBe('1930000');
  }, 60_000);

  it('CONTRACT_FIXED asks no table', async () => {
    const fixed = await side.position('fx-fixed', '-1:1');
    expect(fixed.term.counted).toBe('1944000');
  });

  it('EVENT takes the rate of the day before the rate of its month', async () => {
    const written = await side.change('/v1/fx-tables/group', 'rates', {
      ...{ reason: 'April' },
      rates: [
        { currency: 'JPY', month: '2024-04-01', rate: '0.0070' },
        { currency: 'JPY', day: '2024-04-10', rate: '0.0067' },
      ],
    });
    expect((await side.position('fx-event', written)).term.counted).toBe('1005000');
  }, 60_000);

  it('a corrected rate replaces the first from now on, and was not known before', async () => {
    const january = { currency: 'EUR', month: '2024-01-01', rate: '1.20', correction: true };
    const known = await ledger.get<{ changedAt: string; rates: unknown[] }>('/v1/fx-tables/group');
    const written = await side.change('/v1/fx-tables/group', 'rates', {
      ...{ rates: [january], reason: 'a slip of the pen' },
    });
    // (1,000,000 - 200,000) x 1.20 + 1,000,000 x 1.05
    expect((await side.position('fx-month', written)).term.counted).toBe('2010000');
    const { changedAt } = known.body;
    expect((await side.positionAsOf('fx-month', changedAt)).term.counted).toBe('1930000');
    const asOf = `asOf=${encodeURIComponent(changedAt)}`;
    const then = await ledger.get(`/v1/fx-tables/group?${asOf}`);
    expect(then.body.rates).toEqual(known.body.rates);
    const list = await ledger.get<{ data: { rates: unknown[] }[] }>('/v1/fx-tables');
    expect(list.body.data.map(({ rates }) => rates.length)).toEqual([6]);
  }, 60_000);
});

describe('W14, an amendment of 20B to 16B', () => {
  const minima = ({ periods }: Position): string[] => periods.map(({ minimum }) => cents(minimum));
  const AS_SIGNED = Array.from({ length: 5 }, () => '20000000000.00');
  const marketplace = {
    ...{ class: 'MARKETPLACE', fraction: '1' },
    cap: { of: 'ANNUAL_MINIMUM', pct: '0.25' },
  };
  const to16B = (effectiveFrom: string, more: Fields = {}): Fields => ({
    ...{ effectiveFrom, reason: 'renegotiated' },
    terms: { minimum: '16000000000.00', ...more },
  });
  let signedAt: string;
  let amendedAt: string;

  beforeAll(async () => {
    await sign('w14', 'w14', { classes: [marketplace] });
    await sign('w14-leap', 'w14-leap');
    const line = { lineType: 'Usage', billingEntity: 'AWS Marketplace' };
    const position = await use('w14', [billed('2025-03-01', '5000000000', line)]);
    const before = await side.position('w14', position);
    signedAt = before.meta.asOf;
  }, 60_000);

  it('REPLACE holds for the whole of the period that it falls into, and later ones', async () => {
    const written = await side.change(
      '/v1/commitments/w14',
      'amendments',
      to16B('2025-07-01', { midPeriodAmendment: 'REPLACE' }),
    );
    const after = await side.position('w14', written);
    const [first, ...later] = minima(after);
    expect([first, ...new Set(later)]).toEqual(['20000000000.00', '16000000000.00']);
    expect(after.termsVersion).toBe(2);
    const capped = after.periods[1]?.classes.find((one) => one.class === 'MARKETPLACE');
    expect([capped?.cap, capped?.counted, capped?.headroom]).toEqual([
      '4000000000',
      '4000000000',
      '0',
    ]);
    amendedAt = after.meta.asOf;
  }, 60_000);

  it('as of before it was recorded the minimum is the old one', async () => {
    const then = await side.positionAsOf('w14', signedAt);
    expect([minima(then), then.termsVersion]).toEqual([AS_SIGNED, 1]);
    expect(then.periods[1]?.counted).toBe('5000000000');
  });

  it('PRORATE_DAILY counts the days of each', async () => {
    const prorated = { midPeriodAmendment: 'PRORATE_DAILY' };
    const [w14, leap] = await Promise.all([
      side.change('/v1/commitments/w14', 'amendments', to16B('2025-07-01', prorated)),
      side.change('/v1/commitments/w14-leap', 'amendments', to16B('2024-07-01', prorated)),
    ]);
    const after = await side.position('w14', w14);
    // 181 days of 365 at 20B and 184 at 16B
    expect(minima(after).slice(0, 3)).toEqual([
      '20000000000.00',
      '17983561643.84',
      '16000000000.00',
    ]);
    const capped = after.periods[1]?.classes.find((one) => one.class === 'MARKETPLACE');
    expect(cents(capped?.cap ?? '')).toBe('4495890410.96');
    expect(cents(capped?.counted ?? '')).toBe('4495890410.96');
    // 182 days of 366 at 20B and 184 at 16B
    expect(minima(await side.position('w14-leap', leap))[0]).toBe('17989071038.25');
  }, 60_000);

  it('voided, one by one, the minimum is restored and the history keeps all', async () => {
    const of = '/v1/commitments/w14';
    const reason = { reason: 'never countersigned' };
    await side.change(of, 'amendments/3/void', reason);
    const written = await side.change(of, 'amendments/2/void', reason);
    const after = await side.position('w14', written);
    expect([minima(after), after.termsVersion]).toEqual([AS_SIGNED, 5]);
    expect(after.periods[1]?.counted).toBe('5000000000');
    const { body } = await ledger.get<{ amendments: Fields[] }>('/v1/contracts/w14');
    const brief = ({ version, voids, voided, effectiveFrom }: Fields): unknown[] => [
      ...[version, voids ?? null, voided, effectiveFrom],
    ];
    expect(body.amendments.map(brief)).toEqual([
      [2, null, true, '2025-07-01'],
      [3, null, true, '2025-07-01'],
      [4, 3, false, '2025-07-01'],
      [5, 2, false, '2025-07-01'],
    ]);
    const then = await side.positionAsOf('w14', amendedAt);
    expect([minima(then)[1], then.termsVersion]).toEqual(['16000000000.00', 2]);
    const terms = await ledger.get<{ terms: Fields; termsVersion: number }>(
      `${of}?through=2025-12-31&asOf=${encodeURIComponent(amendedAt)}`,
    );
    expect([terms.body.terms.minimum, terms.body.termsVersion]).toEqual(['16000000000.00', 2]);
  }, 60_000);
});

describe('capital', () => {
  const tranche = { trancheId: 'investment', amount: '5000000000.00', receivedOn: '2024-01-15' };
  const of = '/v1/contracts/capital';

  it('is recorded once, however often it is sent', async () => {
    await sign('capital', 'capital');
    const headers = { 'if-match': await side.tagOf(of), 'idempotency-key': 'capital-1' };
    const dry = await side.post(`${of}/capital?dryRun=true`, tranche, headers);
    expect([dry.status, dry.body.dryRun, dry.body.version]).toEqual([200, true, 2]);
    expect(await side.tagOf(of)).toBe('"1"');
    const first = await side.post(`${of}/capital`, tranche, headers);
    expect([first.status, first.headers.get('etag'), first.body]).toEqual([
      ...[200, '"2"'],
      expect.objectContaining({ contractId: 'capital', trancheId: 'investment', version: 2 }),
    ]);
    const again = await side.post(`${of}/capital`, tranche, headers);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.body).toEqual(first.body);
    await side.change(of, 'capital', tranche);
    const { body } = await ledger.get<{ capital: unknown; version: number }>(of);
    expect([body.version, body.capital]).toEqual([2, [{ ...tranche, kind: 'CASH' }]]);
  });

  it('is refused with another amount', async () => {
    const headers = { 'if-match': await side.tagOf(of) };
    const other = await side.post(`${of}/capital`, { ...tranche, amount: '1' }, headers);
    expect([other.status, other.body.code]).toEqual([409, 'already-exists']);
  });
});

describe('a discount', () => {
  it('lowers usage that was recorded before it, and is not known before', async () => {
    await sign('w21', 'w21', { priceBooks: ['compute'] });
    const price = { unit: 'hours', per: '1' };
    await ledger.post('/v1/price-books', {
      ...{ priceBookId: 'compute', provider: 'AWS', currency: 'USD', reason: 'list' },
      prices: [
        { ...price, skuId: 'trn1.32xlarge', unitPrice: '21.50' },
        { ...price, skuId: 'p5.48xlarge', unitPrice: '55.04' },
      ],
    });
    const hours = (skuId: string, consumedQuantity: string): Fields => ({
      ...{ chargePeriodStart: '2025-09-01T00:00:00Z', skuId },
      ...{ consumedQuantity, consumedUnit: 'hours' },
    });
    const used = await use('w21', [
      hours('trn1.32xlarge', '7200000'),
      hours('p5.48xlarge', '2880000'),
    ]);
    const listed = await side.position('w21', used);
    expect(listed.term.counted).toBe('313315200');
    const written = await side.change('/v1/price-books/compute', 'discounts', {
      ...{ reason: 'private pricing' },
      discounts: [{ discountId: 'ppa', rate: '0.15', skuIds: '*' }],
    });
    expect((await side.position('w21', written)).term.counted).toBe('266317920');
    const then = await side.positionAsOf('w21', listed.meta.asOf);
    expect(then.term.counted).toBe('313315200');
    const { body } = await ledger.get('/v1/price-books/compute');
    expect(body.discounts).toEqual([{ discountId: 'ppa', rate: '0.15', skuIds: '*' }]);
  }, 60_000);
});
