import { attained } from '../../testing/attained.js';
import { contractOf } from '../../testing/contracts.js';
import { type Line } from '../../testing/lines.js';
import { M, usd } from '../../testing/usd.js';
import { type PeriodFigures } from '../attainment/period-figures.js';
import { type TermsInput } from '../terms/terms-input.js';

/** Settles years of the given counted millions, from 2027. */
function years(terms: TermsInput, counted: readonly bigint[]): readonly PeriodFigures[] {
  const contract = contractOf(terms, { end: `${2027 + counted.length}-01-01` });
  const lines: Line[] = counted.map((amount, i) => ({
    day: `${2027 + i}-05-05`,
    billed: (amount * M).toString(),
  }));
  return attained({ contract, lines }).periods;
}

const figures = (
  periods: readonly PeriodFigures[],
  name: keyof PeriodFigures & `${string}E18`,
): string[] => periods.map((period) => usd(period[name]).replace(/000000\.00$/, 'M'));

describe('W6 carry-forward', () => {
  const carry = (order: 'GAP_FILL' | 'FIRST_IN'): TermsInput => ({
    minimum: '20000000000',
    carryForward: { fraction: '1', capPctOfNextMinimum: '0.1', expiresAfterPeriods: 1, order },
  });

  it('fills gaps with what is left over', () => {
    const periods = years(carry('GAP_FILL'), [23_000n, 20_500n, 19_200n]);
    expect(figures(periods, 'newLotE18')).toEqual(['2000M', '500M', '0.00']);
    expect(figures(periods, 'forgoneE18')).toEqual(['1000M', '0.00', '0.00']);
    expect(figures(periods, 'lapsedE18')).toEqual(['0.00', '2000M', '0.00']);
    expect(figures(periods, 'carryUsedE18')).toEqual(['0.00', '0.00', '500M']);
    expect(figures(periods, 'shortfallE18')).toEqual(['0.00', '0.00', '300M']);
  });

  it('or uses lots first', () => {
    const periods = years(carry('FIRST_IN'), [23_000n, 20_500n, 19_200n]);
    expect(figures(periods, 'carryUsedE18')).toEqual(['0.00', '2000M', '2000M']);
    expect(figures(periods, 'newLotE18')).toEqual(['2000M', '2000M', '0.00']);
    expect(figures(periods, 'forgoneE18')).toEqual(['1000M', '500M', '1200M']);
    expect(figures(periods, 'shortfallE18')).toEqual(['0.00', '0.00', '0.00']);
  });
});

describe('W7 deferral', () => {
  it('moves part of a gap into the next year, but not out of the last', () => {
    const terms = { minimum: '400000000', deferral: { maxPctOfBaseMinimum: '0.15' } };
    const periods = years(terms, [370n, 350n, 500n, 395n, 400n]);
    expect(figures(periods, 'requirementE18')).toEqual(['400M', '430M', '460M', '400M', '405M']);
    expect(figures(periods, 'deferredOutE18')).toEqual(['30M', '60M', '0.00', '5M', '0.00']);
    expect(figures(periods, 'shortfallE18')).toEqual(['0.00', '20M', '0.00', '0.00', '5M']);
    expect(figures(periods, 'deferralLeftE18')).toEqual(['30M', '0.00', '60M', '55M', '0.00']);
  });
});

const AGREEMENT = { start: '2025-04-01', end: '2026-04-01' };
const USED: Line[] = [
  { day: '2025-04-10', billed: '48' },
  { day: '2025-05-10', billed: '120' },
  { day: '2025-06-10', billed: '60' },
];

describe('W8 FOCUS spend agreement A1', () => {
  it('is one period over the whole term', () => {
    const contract = contractOf({ every: 'FULL', minimum: '1200' }, AGREEMENT);
    const { periods } = attained({ contract, lines: USED });
    expect(periods.map(({ shortfallE18 }) => usd(shortfallE18))).toEqual(['972.00']);
  });
});

describe('W9 FOCUS spend agreement A2', () => {
  it('has monthly minima below a floor of the term', () => {
    const terms: TermsInput = { every: 'MONTH', minimum: '60', termMinimum: '1200', periods: 12 };
    const { periods, term } = attained({ contract: contractOf(terms, AGREEMENT), lines: USED });
    const rest = Array.from({ length: 9 }, () => '60.00');
    expect(figures(periods, 'shortfallE18')).toEqual(['12.00', '0.00', '0.00', ...rest]);
    expect(usd(term.gapE18)).toBe('420.00');
    expect(usd(term.shortfallE18)).toBe('972.00');
    expect(usd((periods.at(-1)?.shortfallE18 ?? 0n) + term.gapE18)).toBe('480.00');
  });
});

describe('W10 milestones of a running total', () => {
  const terms: TermsInput = {
    kind: 'CUMULATIVE',
    schedule: [
      { start: '2025-06-01', end: '2026-06-01', minimum: '10000' },
      { start: '2026-06-01', end: '2027-06-01', minimum: '15000' },
      { start: '2027-06-01', end: '2028-06-01', minimum: '20000' },
    ],
    shortfall: { treatment: 'CREDIT', creditWindow: { startsAfterMonths: 1, months: 13 } },
  };
  const lines: Line[] = [
    { day: '2026-05-31', billed: '10400' },
    { day: '2026-06-01', billed: '4600' },
  ];

  it('requires what is not covered yet', () => {
    const contract = contractOf(terms, { start: '2025-06-01', end: '2028-06-01' });
    const { periods, term } = attained({ contract, lines });
    expect(figures(periods, 'requirementE18')).toEqual(['10000.00', '4600.00', '5000.00']);
    expect(figures(periods, 'shortfallE18')).toEqual(['0.00', '0.00', '5000.00']);
    expect(periods[2]?.credit).toMatchObject({ start: '2028-07-01', end: '2029-08-01' });
    expect(usd(term.minimumE18)).toBe('20000.00');
  });
});

describe('W23 three ways to promise', () => {
  /** 18B × 0.9425^(y−1), exact in 10^-18. */
  const spend = (count: number): string[] => {
    const amounts: string[] = [];
    for (let y = 0; y < count; y += 1) {
      const value = (18n * 10n ** 27n * 9_425n ** BigInt(y)) / 10_000n ** BigInt(y);
      const text = value.toString();
      amounts.push(`${text.slice(0, -18)}.${text.slice(-18)}`);
    }
    return amounts;
  };
  const settled = (terms: TermsInput, count: number): readonly PeriodFigures[] => {
    const contract = contractOf(terms, { end: `${2027 + count}-01-01` });
    const lines = spend(count).map((billed, i) => ({ day: `${2027 + i}-05-05`, billed }));
    return attained({ contract, lines }).periods;
  };
  const total = (periods: readonly PeriodFigures[]): string =>
    usd(periods.reduce((sum, { gapE18 }) => sum + gapE18, 0n));

  it('flat over five years', () => {
    const periods = settled({ minimum: '20000000000' }, 5);
    expect(periods.map(({ gapE18 }) => usd(gapE18))).toEqual([
      '2000000000.00',
      '3035000000.00',
      '4010487500.00',
      '4929884468.75',
      '5796416111.80',
    ]);
    expect(total(periods)).toBe('19771788080.55');
  });

  it('falling over ten years', () => {
    const minimum = [15, 14, 13, 12, 11, 10, 8, 7, 5, 5].map((b) => `${b}000000000`);
    const periods = settled({ minimum }, 10);
    expect(total(periods)).toBe('0.00');
    const byYear7 = periods.slice(0, 7).reduce((sum, { countedE18 }) => sum + countedE18, 0n);
    expect(usd(byYear7)).toBe('106232222074.37');
  });
});
