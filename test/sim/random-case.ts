import fc from 'fast-check';
import { nameOf, numberOf, plusMonths } from '../oracle/days.js';
import type { OracleCase, OracleClassTerm, OracleLine, OracleTerms } from '../oracle/model.js';

const START = '2024-01-01';
const DAYS = 4 * 365;
const day = (from = 0, to = DAYS): fc.Arbitrary<string> =>
  fc.integer({ min: from, max: to }).map((n) => nameOf(numberOf(START) + n));
const month = (from = 0, to = 47): fc.Arbitrary<string> =>
  fc.integer({ min: from, max: to }).map((n) => plusMonths(START, n));
/** Amounts with up to 18 decimals, some of them negative. */
const money = (min: number, max: number): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.integer({ min, max }),
      fc.constantFrom('', '', '5', '25', '123456789', '000000000000000001'),
    )
    .map(([whole, decimals]) => (decimals === '' ? String(whole) : `${whole}.${decimals}`));
const ratio = fc.integer({ min: 0, max: 10_000 }).map((n) => (n / 10_000).toFixed(4));
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined, freq: 1 });

const classTerm: fc.Arbitrary<OracleClassTerm> = fc.record(
  {
    class: fc.constantFrom('MARKETPLACE', 'BEDROCK_3P', 'SUPPORT', 'CREDIT', 'USAGE', 'DISCOUNT'),
    fraction: ratio,
    dateTested: fc.constant('USAGE' as const),
    effectiveFrom: day(0, DAYS / 2 - 1),
    effectiveTo: day(DAYS / 2, DAYS),
    cap: fc.oneof(
      fc.record({ of: fc.constantFrom('ANNUAL_MINIMUM' as const, 'COUNTED' as const), pct: ratio }),
      fc.record({ of: fc.constant('FIXED' as const), amount: money(0, 3_000) }),
    ),
  },
  { requiredKeys: ['class', 'fraction'] },
);

const settlement = fc.oneof(
  fc.record({ kind: fc.constant('CUMULATIVE' as const) }),
  fc.record(
    {
      kind: fc.constant('PER_PERIOD' as const),
      carryForward: fc.record(
        {
          fraction: ratio,
          capPctOfNextMinimum: ratio,
          expiresAfterPeriods: fc.integer({ min: 1, max: 3 }),
          order: fc.constantFrom('GAP_FILL' as const, 'FIRST_IN' as const),
        },
        { requiredKeys: [] },
      ),
      deferral: fc.record(
        { maxPctOfBaseMinimum: ratio, notInLastPeriod: fc.boolean() },
        { requiredKeys: ['maxPctOfBaseMinimum'] },
      ),
    },
    { requiredKeys: ['kind'] },
  ),
);

const terms: fc.Arbitrary<OracleTerms> = fc
  .record({
    every: fc.constantFrom('YEAR' as const, 'HALF_YEAR' as const, 'QUARTER' as const),
    minimum: fc.integer({ min: 0, max: 5_000 }),
    steps: fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 16, maxLength: 16 }),
    termMinimum: optional(money(0, 20_000)),
    basis: fc.constantFrom(
      'BILLED' as const,
      'CONTRACTED' as const,
      'LIST' as const,
      'EFFECTIVE' as const,
    ),
    recognition: fc.constantFrom(
      'CHARGE_PERIOD_START' as const,
      'CHARGE_PERIOD_PRORATED' as const,
      'BILLING_PERIOD' as const,
      'INVOICE_DATE' as const,
    ),
    creditsReduce: fc.boolean(),
    supportCounts: fc.boolean(),
    classes: fc.array(classTerm, { maxLength: 4 }),
    shortfall: fc.record({ rate: ratio, countsTowardTerm: fc.boolean() }, { requiredKeys: [] }),
    fx: fc.oneof(
      fc.record({ rule: fc.constantFrom('BILLING_MONTH', 'EVENT') }),
      fc.constant({ rule: 'CONTRACT_FIXED', fixed: { EUR: '1.0875' } }),
    ),
    midPeriodAmendment: fc.constantFrom('REPLACE' as const, 'PRORATE_DAILY' as const),
    settlement,
  })
  .map(({ settlement: clauses, minimum, steps, termMinimum, every, ...rest }) => {
    const periods = { YEAR: 4, HALF_YEAR: 8, QUARTER: 16 }[every];
    // Milestones may not decrease; growing minima are as good for the other kind.
    const minima = steps.slice(0, periods).map((_, k) => sumOf(steps.slice(0, k + 1), minimum));
    return {
      ...rest,
      ...clauses,
      every,
      periods,
      minimum: minima,
      ...(termMinimum === undefined ? {} : { termMinimum }),
    };
  });

const sumOf = (steps: readonly number[], from: number): string =>
  String(steps.reduce((total, step) => total + step, from));

const what = fc.constantFrom<Partial<OracleLine>>(
  { chargeCategory: 'Usage' },
  { chargeCategory: 'Usage', lineType: 'Usage' },
  { chargeCategory: 'Usage', lineType: 'EdpDiscount' },
  { chargeCategory: 'Purchase', lineType: 'SavingsPlanUpfrontFee' },
  { chargeCategory: 'Purchase' },
  { chargeCategory: 'Tax' },
  { chargeCategory: 'Credit' },
  { chargeCategory: 'Usage', lineType: 'Refund' },
  { chargeCategory: 'Adjustment' },
  { chargeCategory: 'Usage', lineType: 'ShortfallFee' },
  { chargeCategory: 'Usage', lineType: 'ShortfallBalanceCredit' },
  { chargeCategory: 'Usage', lineType: 'SomethingNew' },
  { chargeCategory: 'Usage', serviceName: 'AWS Support (Business)' },
  { chargeCategory: 'Usage', billingEntity: 'AWS Marketplace' },
  { chargeCategory: 'Usage', billingEntity: 'AWS Marketplace', serviceName: 'Amazon Bedrock' },
  { chargeCategory: 'Usage', publisherName: 'Red Hat', invoiceIssuerName: 'AWS' },
);

const measures = fc.oneof(
  fc.record({
    billingCurrency: fc.constantFrom('USD', 'USD', 'EUR', 'JPY'),
    billedCost: money(-400, 900),
    listCost: money(0, 900),
    contractedCost: money(-100, 900),
    effectiveCost: money(-100, 900),
  }),
  fc.record({ billingCurrency: fc.constant('USD'), billedCost: money(-400, 900) }),
  fc.record({
    skuId: fc.constantFrom('a', 'b', 'none'),
    consumedUnit: fc.constant('tokens'),
    consumedQuantity: money(0, 5_000_000),
  }),
);

const line: fc.Arbitrary<OracleLine> = fc
  .record({
    start: day(-20, DAYS + 20),
    days: fc.integer({ min: 0, max: 45 }),
    account: fc.constantFrom('111111111111', '111111111111', '222222222222', '333333333333'),
    months: fc.record({ billingPeriodStart: month(), invoiceMonth: month() }, { requiredKeys: [] }),
    what,
    measures,
  })
  .map(({ start, days, account, months, what: kind, measures: sums }) => ({
    recorded: 0,
    chargePeriodStart: `${start}T00:00:00Z`,
    ...(days === 0 ? {} : { chargePeriodEnd: `${nameOf(numberOf(start) + days)}T00:00:00Z` }),
    billingAccountId: account,
    // The provider's month of a line is that of its first day unless a bill says otherwise.
    billingPeriodStart: `${start.slice(0, 7)}-01`,
    ...months,
    ...kind,
    ...sums,
  }));

const anyCase: fc.Arbitrary<OracleCase> = fc.record({
  contract: fc.record({
    provider: fc.constant('AWS'),
    currency: fc.constant('USD'),
    start: fc.constant(START),
    end: fc.constant('2028-01-01'),
    billingAccountIds: fc.constantFrom<string[]>([], ['111111111111', '222222222222']),
    invoiceIssuerNames: fc.constant<string[]>([]),
  }),
  terms,
  amendments: fc.array(
    fc.record({
      effectiveFrom: day(0, DAYS),
      minimum: fc.integer({ min: 0, max: 6_000 }).map(String),
    }),
    { maxLength: 2 },
  ),
  prices: fc.uniqueArray(
    fc.record(
      {
        skuId: fc.constantFrom('a', 'b'),
        unit: fc.constant('tokens'),
        per: fc.constantFrom('1', '1000', '1000000'),
        unitPrice: money(0, 40).map((text) => text.replace(/(\.\d{0,12})\d*$/, '$1')),
        effectiveFrom: day(),
      },
      { requiredKeys: ['skuId', 'unit', 'per', 'unitPrice'] },
    ),
    { maxLength: 5, selector: ({ skuId, effectiveFrom }) => `${skuId} ${effectiveFrom ?? ''}` },
  ),
  discounts: fc.array(
    fc.record(
      { rate: ratio, skuIds: fc.constantFrom<string[] | '*'>('*', ['a']), effectiveFrom: day() },
      { requiredKeys: ['rate', 'skuIds'] },
    ),
    { maxLength: 2 },
  ),
  rates: fc.uniqueArray(
    fc.record({
      currency: fc.constantFrom('EUR', 'JPY'),
      month: month(),
      rate: fc
        .integer({ min: 1, max: 20_000 })
        .map((n) => (n / 10_000).toFixed(4))
        .filter((r) => r !== '0.0000'),
    }),
    { maxLength: 30, selector: ({ currency, month: of }) => `${currency} ${of}` },
  ),
  lines: fc.array(line, { minLength: 1, maxLength: 25 }),
});

/**
 * A contract of four years with the clauses that one commitment can hold, and its lines. An amended
 * milestone could fall below the one before it, which is refused: milestones are not amended here.
 */
export const randomCase: fc.Arbitrary<OracleCase> = anyCase.map((asked) =>
  asked.terms.kind === 'CUMULATIVE' ? { ...asked, amendments: [] } : asked,
);
