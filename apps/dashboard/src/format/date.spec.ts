import {
  dayAndMonth,
  fromControlValue,
  lastDayOf,
  longDay,
  shortDay,
  shortInstant,
  toControlValue,
} from './date.js';

describe('days in words', () => {
  it('writes them long, short and without the year', () => {
    expect(longDay('2027-12-31')).toBe('31 December 2027');
    expect(shortDay('2027-07-02')).toBe('2 Jul 2027');
    expect(dayAndMonth('2027-11-08')).toBe('8 November');
  });

  it('shows the inclusive last day of a half-open period', () => {
    expect(lastDayOf('2028-03-01')).toBe('2028-02-29');
  });
});

describe('instants', () => {
  it('are written in UTC to the second', () => {
    expect(shortInstant('2027-07-02T06:00:00.120Z')).toBe('2 Jul 2027, 06:00:00 UTC');
  });

  it('go through the control of the as-of picker unchanged', () => {
    expect(toControlValue('2027-07-02T06:00:00Z')).toBe('2027-07-02T06:00:00');
    expect(fromControlValue('2027-07-02T06:00:00')).toBe('2027-07-02T06:00:00Z');
    expect(fromControlValue('2027-07-02T06:00')).toBe('2027-07-02T06:00:00Z');
    expect(fromControlValue('')).toBeUndefined();
  });
});
