import { addDays } from '@app/calendar';
import { formatE18 } from '@app/money';
import { attained } from '../../testing/attained.js';
import { contractOf, EXAMPLE_TERMS } from '../../testing/contracts.js';
import { type Line } from '../../testing/lines.js';
import { usd } from '../../testing/usd.js';

/** Nine billion counted, 52 million a day at the end, and 810 million of tax beside. */
function lines(): Line[] {
  const recent = Array.from({ length: 28 }, (_, i) => ({
    day: addDays('2027-07-02', -1 - i),
    billed: '52000000',
  }));
  return [
    { day: '2027-01-01', billed: (9_000_000_000n - 28n * 52_000_000n).toString() },
    { day: '2027-06-30', billed: '810000000', chargeCategory: 'Tax' },
    ...recent,
  ];
}

describe('the position of the API page', () => {
  const position = attained(
    { contract: contractOf(EXAMPLE_TERMS), lines: lines() },
    { watermark: '2027-07-02' },
  );

  it('has its term', () => {
    expect(position).toMatchObject({ status: 'AT_RISK', lifecycle: 'Active', termsVersion: 1 });
    const { term } = position;
    expect(term).toMatchObject({ start: '2027-01-01', end: '2032-01-01', attainment: '0.0900' });
    expect(formatE18(term.minimumE18)).toBe('100000000000');
    expect(formatE18(term.countedE18)).toBe('9000000000');
    expect(formatE18(term.remainingE18)).toBe('91000000000');
  });

  it('has its periods, planned ones too', () => {
    const [first, ...planned] = position.periods;
    expect(first).toMatchObject({
      index: 1,
      start: '2027-01-01',
      end: '2028-01-01',
      state: 'OPEN',
      carryInE18: 0n,
      carryUsedE18: 0n,
      deferredInE18: 0n,
      excessE18: 0n,
    });
    expect(usd(first?.requirementE18)).toBe('20000000000.00');
    expect(usd(first?.countedE18)).toBe('9000000000.00');
    expect(usd(first?.gapE18)).toBe('11000000000.00');
    expect(usd(first?.shortfallE18)).toBe('11000000000.00');
    expect(first?.classes).toMatchObject([{ class: 'USAGE', fraction: '1', capE18: null }]);
    expect(first?.notCounted).toEqual([
      { class: 'TAX', reason: 'tax-never-counts', amountE18: 810_000_000n * 10n ** 18n },
    ]);
    expect(planned.map(({ state }) => state)).toEqual(Array(4).fill('PLANNED'));
  });

  it('has its pace', () => {
    const { pace } = position;
    expect(pace).toMatchObject({
      periodIndex: 1,
      through: '2027-07-02',
      ratio: '0.8651',
      daysLeft: 183,
    });
    expect(usd(pace?.expectedE18)).toBe('9972602739.73');
    expect(usd(pace?.requiredPerDayE18)).toBe('60109289.62');
    expect(usd(pace?.trailing28PerDayE18)).toBe('52000000.00');
  });

  it('owes for the term what its periods begun owe, beyond which the floor asks nothing', () => {
    expect(usd(position.term.gapE18)).toBe('0.00');
    expect(usd(position.term.shortfallE18)).toBe('11000000000.00');
  });

  it('is without pace while no day is complete', () => {
    const unknown = attained(
      { contract: contractOf(EXAMPLE_TERMS), lines: [] },
      { today: '2027-02-01' },
    );
    expect(unknown).toMatchObject({ pace: null, status: 'WATCH', historyStart: null });
  });
});
