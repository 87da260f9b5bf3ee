import { formatDay } from '@app/calendar';
import { type Interval } from '../terms/terms.js';
import { generatePeriods } from './generate-periods.js';

const bounds = (anchorDate: string, every: Interval, start: string, end: string): string[] =>
  generatePeriods({ anchorDate, every, schedule: undefined }, { start, end }).map(
    (period) => `${period.index} ${formatDay(period.start)} ${formatDay(period.end)}`,
  );

describe('generated periods', () => {
  it('W2: reckon each boundary from the original anchor', () => {
    expect(bounds('2028-02-29', 'YEAR', '2028-02-29', '2033-02-28')).toEqual([
      '1 2028-02-29 2029-02-28',
      '2 2029-02-28 2030-02-28',
      '3 2030-02-28 2031-02-28',
      '4 2031-02-28 2032-02-29',
      '5 2032-02-29 2033-02-28',
    ]);
  });

  it('keep the last day of a month', () => {
    expect(bounds('2027-01-31', 'MONTH', '2027-01-31', '2027-04-30')).toEqual([
      '1 2027-01-31 2027-02-28',
      '2 2027-02-28 2027-03-31',
      '3 2027-03-31 2027-04-30',
    ]);
  });

  it('have a leading stub 0 and a trailing stub after the last', () => {
    expect(bounds('2027-01-01', 'QUARTER', '2026-12-15', '2027-08-01')).toEqual([
      '0 2026-12-15 2027-01-01',
      '1 2027-01-01 2027-04-01',
      '2 2027-04-01 2027-07-01',
      '3 2027-07-01 2027-08-01',
    ]);
  });

  it('may lie on an anchor after or before the term', () => {
    const expected = ['1 2027-01-01 2028-01-01', '2 2028-01-01 2029-01-01'];
    expect(bounds('2040-01-01', 'YEAR', '2027-01-01', '2029-01-01')).toEqual(expected);
    expect(bounds('2001-01-01', 'YEAR', '2027-01-01', '2029-01-01')).toEqual(expected);
  });

  it('are one for FULL, and thirty for a long term', () => {
    expect(bounds('2027-01-01', 'FULL', '2027-03-05', '2030-01-01')).toEqual([
      '1 2027-03-05 2030-01-01',
    ]);
    expect(bounds('2027-01-01', 'YEAR', '2027-01-01', '2057-01-01')).toHaveLength(30);
  });
});
