import { formatE18 } from '@app/money';
import { type Discount, type Price, type PriceBook } from '@app/pricing/domain';
import { attained } from '../../testing/attained.js';
import { contractOf, EXAMPLE_TERMS } from '../../testing/contracts.js';
import { type Line } from '../../testing/lines.js';
import { usd } from '../../testing/usd.js';
import { type TermsInput } from '../terms/terms-input.js';

const book = (prices: Price[], discounts: Discount[] = []): PriceBook => ({
  priceBookId: 'negotiated',
  provider: 'AWS',
  currency: 'USD',
  priority: 100,
  prices,
  discounts,
});
const tokens = (skuId: string, unitPrice: string): Price => ({
  skuId,
  unit: 'tokens',
  per: '1000000',
  unitPrice,
});
const metered = (skuId: string, quantity: string, rest: Partial<Line> = {}): Line => ({
  day: '2027-02-02',
  skuId,
  quantity,
  consumedUnit: 'tokens',
  ...rest,
});
const counted = (lines: readonly Line[], priceBook: PriceBook, terms: TermsInput = {}): bigint =>
  attained({ contract: contractOf({ ...EXAMPLE_TERMS, ...terms }), lines, priceBooks: [priceBook] })
    .term.countedE18;

describe('W20 tokens', () => {
  const lines = [
    metered('in', '1234567890'),
    metered('cache-read', '5000000000'),
    metered('cache-write', '400000000'),
    metered('out', '98765432'),
  ];
  const prices = (input: string, read: string, write: string, out: string): PriceBook =>
    book([
      tokens('in', input),
      tokens('cache-read', read),
      tokens('cache-write', write),
      tokens('out', out),
    ]);

  it('are priced per million, exactly', () => {
    const sum = counted(lines, prices('3.30', '0.33', '4.125', '16.50'));
    expect(formatE18(sum)).toBe('9003.703665');
    expect(usd(sum)).toBe('9003.70');
    expect(formatE18(counted(lines, prices('3', '0.3', '3.75', '15')))).toBe('8185.18515');
  });

  it('come in multiples of a unit', () => {
    const inMillions = { ...tokens('in', '3.30'), unit: '1M tokens', per: '1' } as const;
    expect(formatE18(counted([metered('in', '1234567890')], book([inMillions])))).toBe(
      '4074.074037',
    );
    const usage = metered('in', '1234567.89', { consumedUnit: '1K Tokens' });
    expect(formatE18(counted([usage], book([inMillions])))).toBe('4074.074037');
  });

  it('without a price stand in suspense with their quantity', () => {
    const contract = contractOf(EXAMPLE_TERMS);
    const { suspense, term } = attained({ contract, lines: lines.slice(0, 1) });
    expect(term.countedE18).toBe(0n);
    expect(suspense.unpricedLines).toBe(1n);
    expect(suspense.unpricedQuantity).toEqual([
      { skuId: 'in', unit: 'tokens', quantityE18: 1_234_567_890n * 10n ** 18n, lines: 1n },
    ]);
  });

  it('a price holds until its end or the next one, and one for the same day corrects it', () => {
    const dated = (effectiveFrom: string, unitPrice: string, effectiveTo?: string): Price => ({
      ...tokens('in', unitPrice),
      effectiveFrom,
      effectiveTo,
    });
    const prices = [
      dated('2027-01-01', '1'),
      dated('2027-02-01', '2', '2027-02-10'),
      dated('2027-03-01', '9'),
      dated('2027-03-01', '4'),
    ];
    const days = ['2027-01-31', '2027-02-01', '2027-02-09', '2027-02-10', '2027-03-05'];
    const costs = days.map((day) =>
      formatE18(counted([metered('in', '1000000', { day })], book(prices))),
    );
    expect(costs).toEqual(['1', '2', '2', '0', '4']);
  });
});

describe('W21 hours', () => {
  const hours = (skuId: string, unitPrice: string): Price => ({
    skuId,
    unit: 'Hours',
    per: '1',
    unitPrice,
  });
  const used = (skuId: string, quantity: string): Line =>
    metered(skuId, quantity, { consumedUnit: 'Hrs' });
  const fleet = [used('trn1.32xlarge', '7200000'), used('p5.48xlarge', '2880000')];
  const prices = book(
    [hours('trn1.32xlarge', '21.50'), hours('p5.48xlarge', '55.04')],
    [{ discountId: 'edp', rate: '0.15', skuIds: '*' }],
  );

  it('count net of the discount, at list without', () => {
    expect(usd(counted(fleet, prices))).toBe('266317920.00');
    expect(usd(counted(fleet.slice(0, 1), prices, { basis: 'LIST' }))).toBe('154800000.00');
    expect(usd(counted(fleet.slice(1), prices, { basis: 'LIST' }))).toBe('158515200.00');
    expect(usd(counted(fleet, prices, { basis: 'LIST' }))).toBe('313315200.00');
  });

  it('show a price that was cut too early', () => {
    const at = (unitPrice: string): bigint =>
      counted([used('p4d.24xlarge', '100000')], book([hours('p4d.24xlarge', unitPrice)]));
    expect(usd(at('21.957642') - at('21.95764'))).toBe('0.20');
  });
});

describe('tiers', () => {
  const tiered: Price = {
    ...tokens('in', '3'),
    tiers: [
      { upTo: '1000000', unitPrice: '3' },
      { upTo: '3000000', unitPrice: '2' },
      { upTo: null, unitPrice: '1' },
    ],
  };
  const day = (date: string, quantity: string, subAccountId: string): Line =>
    metered('in', quantity, { day: date, subAccountId });

  it('follow the cumulative quantity of the month, whatever the order of arrival', () => {
    // 0.5M at 3; 0.5M at 3 + 1.5M at 2; 0.5M at 2 + 1M at 1; the next month starts anew at 3.
    const lines = [
      day('2027-02-03', '1500000', 'b'),
      day('2027-03-01', '100000', 'a'),
      day('2027-02-01', '500000', 'b'),
      day('2027-02-02', '2000000', 'a'),
    ];
    const expected = '8.3'; // 1.5 + 4.5 + 2 + 0.3
    expect(formatE18(counted(lines, book([tiered])))).toBe(expected);
    expect(formatE18(counted(lines.toReversed(), book([tiered])))).toBe(expected);
  });

  it('price a negative total at the first tier', () => {
    expect(formatE18(counted([day('2027-02-01', '-1000000', 'a')], book([tiered])))).toBe('-3');
  });
});
