import { attained } from '../../testing/attained.js';
import { contractOf, EXAMPLE_TERMS } from '../../testing/contracts.js';
import { type Line } from '../../testing/lines.js';
import { B, M, usd } from '../../testing/usd.js';
import { type TermsInput } from '../terms/terms-input.js';

const capped = (fraction: string, pct: string): TermsInput => ({
  ...EXAMPLE_TERMS,
  classes: [{ class: 'MARKETPLACE', fraction, cap: { of: 'ANNUAL_MINIMUM', pct } }],
});
const market = (day: string, amount: bigint): Line => ({
  day,
  billed: amount.toString(),
  billingEntity: 'AWS Marketplace',
});

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, i) =>
    permutations(items.toSpliced(i, 1)).map((rest) => [item, ...rest]),
  );
}

describe('W4 a cap works on the running sum', () => {
  const contract = contractOf(capped('1', '0.25'));
  const before = market('2027-03-01', 4_985n * M);
  const week = [10n, 8n, -2n, -4n, 6n].map((amount, i) => market(`2027-08-${11 + i}`, amount * M));

  it('counts up to the cap, and a refund first eats what lay above', () => {
    const counted = week.map((_, i) => {
      const through = `2027-08-${12 + i}`;
      const { periods } = attained({ contract, lines: [before, ...week] }, { through });
      return usd(periods[0]?.countedE18);
    });
    expect(counted).toEqual([
      '4995000000.00',
      '5000000000.00',
      '5000000000.00',
      '4997000000.00',
      '5000000000.00',
    ]);
  });

  it('is the same in all 120 orders', () => {
    const results = permutations(week).map((order) => {
      const { days } = attained({ contract, lines: [...order, before] });
      return days.map(({ day, countedE18 }) => `${day} ${usd(countedE18)}`).join();
    });
    expect(results).toHaveLength(120);
    expect(new Set(results)).toEqual(
      new Set([
        [
          '2027-03-01 4985000000.00',
          '2027-08-11 10000000.00',
          '2027-08-12 5000000.00',
          '2027-08-13 0.00',
          '2027-08-14 -3000000.00',
          '2027-08-15 3000000.00',
        ].join(),
      ]),
    );
  });
});

describe('W5 fraction before cap', () => {
  it.each([
    [9n * B, '4500000000.00', '500000000.00', '0.00'],
    [11n * B, '5000000000.00', '0.00', '500000000.00'],
  ])('%s', (amount, counted, headroom, overCap) => {
    const contract = contractOf(capped('0.5', '0.25'));
    const [period] = attained({ contract, lines: [market('2027-05-05', amount)] }).periods;
    const [row] = period?.classes ?? [];
    expect(usd(row?.countedE18)).toBe(counted);
    expect(usd(row?.headroomE18)).toBe(headroom);
    const over = period?.notCounted.find(({ reason }) => reason === 'over-cap');
    expect(usd(over?.amountE18 ?? 0n)).toBe(overCap);
  });

  it('caps a part OF COUNTED by what the other classes count', () => {
    const contract = contractOf({
      ...EXAMPLE_TERMS,
      classes: [{ class: 'MARKETPLACE', fraction: '1', cap: { of: 'COUNTED', pct: '0.25' } }],
    });
    const lines = [market('2027-05-05', 300n), { day: '2027-05-06', billed: '1000' }];
    const [period] = attained({ contract, lines }).periods;
    expect(usd(period?.countedE18)).toBe('1250.00');
  });
});
