import fc from 'fast-check';
import {
  addDays,
  addMonths,
  dayNumber,
  DayInvalidError,
  dayOfInstant,
  daysBetween,
  formatDay,
  isDay,
  monthOf,
} from './index.js';

describe('days', () => {
  it('count from 1970-01-01', () => {
    expect(['1970-01-01', '1969-12-31', '2000-03-01', '2027-07-02'].map(dayNumber)).toEqual([
      0, -1, 11017, 21001,
    ]);
  });

  it('format and parse are inverse', () => {
    const number = fc.integer({ min: -700_000, max: 2_900_000 });
    fc.assert(fc.property(number, (n) => dayNumber(formatDay(n)) === n));
  });

  it.each(['2027-02-29', '2027-13-01', '2027-00-10', '2027-1-1', '20270101', '', '2027-04-31'])(
    'refuses %p',
    (text) => {
      expect(isDay(text)).toBe(false);
      expect(() => dayNumber(text)).toThrow(DayInvalidError);
    },
  );

  it('measures half-open intervals over a leap day', () => {
    expect(daysBetween('2028-01-01', '2029-01-01')).toBe(366);
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  });

  it('puts an instant on its UTC day', () => {
    expect(dayOfInstant('2027-12-31T23:59:59.999Z')).toBe('2027-12-31');
    expect(dayOfInstant('1969-12-31T23:00:00Z')).toBe('1969-12-31');
  });
});

describe('months', () => {
  it('clamp to the length of the month, from the original anchor', () => {
    expect([0, 12, 24, 36, 48, 60].map((n) => addMonths('2028-02-29', n))).toEqual([
      '2028-02-29',
      '2029-02-28',
      '2030-02-28',
      '2031-02-28',
      '2032-02-29',
      '2033-02-28',
    ]);
  });

  it('go back as well', () => {
    expect(addMonths('2027-03-31', -1)).toBe('2027-02-28');
    expect(addMonths('2027-01-15', -13)).toBe('2025-12-15');
  });

  it('begin on the first', () => {
    expect(monthOf('2027-08-12')).toBe('2027-08-01');
  });
});
