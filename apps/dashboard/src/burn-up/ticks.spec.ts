import { ticksOf } from './ticks.js';

const frame = { width: 1100, left: 60, right: 40 };
const labels = (start: string, end: string, width = 1100): string[] =>
  ticksOf(start, end, { ...frame, width }).map(({ label }) => label);

describe('ticksOf', () => {
  it('stands at each month of a year', () => {
    expect(labels('2027-01-01', '2028-01-01').join(' ')).toBe(
      '2027 Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
    );
    expect(labels('2026-11-15', '2027-03-15')).toEqual(['Nov', 'Dec', '2027', 'Feb']);
  });

  it('stands at each year of a term, wherever the year begins', () => {
    expect(labels('2027-01-01', '2030-01-01', 500)).toEqual(['2027', '2028', '2029']);
    expect(labels('2026-03-01', '2031-03-01')).toEqual([
      'Mar 2026',
      'Mar 2027',
      'Mar 2028',
      'Mar 2029',
      'Mar 2030',
    ]);
  });

  it('takes fewer on a narrow page', () => {
    expect(labels('2027-01-01', '2028-01-01', 390)).toEqual(['2027', 'Apr', 'Jul', 'Oct']);
  });

  it('places each tick on its day', () => {
    expect(ticksOf('2027-01-31', '2027-04-01', frame).map(({ day }) => day)).toEqual([
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
    ]);
  });
});
