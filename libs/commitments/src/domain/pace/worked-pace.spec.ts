import { formatMinor } from '@app/money';
import { attained } from '../../testing/attained.js';
import { contractOf, EXAMPLE_TERMS } from '../../testing/contracts.js';
import { type Line } from '../../testing/lines.js';
import { type Pace } from '../attainment/pace.js';
import { addDays } from '@app/calendar';

const usd = (valueE18: bigint | null): string => formatMinor(valueE18 ?? -1n, 'USD');

/** `trailing` a day over the 28 days before w; the rest of `counted` on the first of January. */
function paced(year: number, w: string, counted: bigint, trailing: bigint): Pace {
  const day = (back: number): string => addDays(w, -back);
  const lines: Line[] = [{ day: `${year}-01-01`, billed: (counted - 28n * trailing).toString() }];
  for (let back = 1; back <= 28; back += 1) {
    lines.push({ day: day(back), billed: trailing.toString() });
  }
  const { pace } = attained({ contract: contractOf(EXAMPLE_TERMS), lines }, { watermark: w });
  if (pace === null) throw new Error('no pace');
  return pace;
}

describe('W1 pace', () => {
  it('is behind at 52 million a day', () => {
    const pace = paced(2027, '2027-07-02', 9_000_000_000n, 52_000_000n);
    expect([pace.daysElapsed, pace.daysLeft]).toEqual([182, 183]);
    expect(usd(pace.expectedE18)).toBe('9972602739.73');
    expect(usd(pace.varianceE18)).toBe('-972602739.73');
    expect(usd(pace.plannedPerDayE18)).toBe('54794520.55');
    expect(usd(pace.requiredPerDayE18)).toBe('60109289.62');
    expect(usd(pace.projectedE18)).toBe('18516000000.00');
    expect(usd(pace.projectedGapE18)).toBe('1484000000.00');
    expect(pace).toMatchObject({ ratio: '0.8651', risk: 'HIGH', status: 'AT_RISK' });
  });

  it('makes it at 60.2 million a day, with nothing to spare', () => {
    const pace = paced(2027, '2027-07-02', 9_000_000_000n, 60_200_000n);
    expect(usd(pace.projectedE18)).toBe('20016600000.00');
    expect(pace.projectedGapE18).toBe(0n);
    expect(pace).toMatchObject({ risk: 'MEDIUM', status: 'WATCH' });
  });
});

describe('W2 leap year', () => {
  it('has 366 days to plan by', () => {
    const pace = paced(2028, '2028-07-02', 9_000_000_000n, 52_000_000n);
    expect([pace.daysElapsed, pace.daysLeft]).toEqual([183, 183]);
    expect(usd(pace.expectedE18)).toBe('10000000000.00');
    expect(usd(pace.plannedPerDayE18)).toBe('54644808.74');
  });

  it('counts 2028-02-29 in 2028', () => {
    const lines: Line[] = [{ day: '2028-02-29', billed: '7' }];
    const { periods } = attained({ contract: contractOf(EXAMPLE_TERMS), lines });
    expect(periods.map(({ countedE18 }) => usd(countedE18))).toEqual([
      '0.00',
      '7.00',
      '0.00',
      '0.00',
      '0.00',
    ]);
  });
});

describe('W27 pace', () => {
  it('says by how much the run rate must grow', () => {
    const pace = paced(2027, '2027-05-27', 7_200_000_000n, 50_000_000n);
    expect(pace.daysElapsed).toBe(146);
    expect(pace).toMatchObject({ attainment: '0.9000', catchUpFactor: '1.1690' });
    expect(usd(pace.projectedE18)).toBe('18150000000.00');
    expect(usd(pace.projectedGapE18)).toBe('1850000000.00');
    expect(usd(pace.requiredPerDayE18)).toBe('58447488.58');
  });
});
