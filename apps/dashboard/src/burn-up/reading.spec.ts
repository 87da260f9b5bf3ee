import { rowsOf } from './rows.js';
import { cellOf, readingsOf, spoken, throughOf, toCsv } from './reading.js';

const point = { day: '2027-07-01', end: '2027-07-02', required: '20000000000', forecast: null };
const [row, blank] = rowsOf([
  { ...point, counted: '9000000000.005', pace: '9972602739.73' },
  { ...point, counted: null, pace: '9972602739.73' },
]) as [ReturnType<typeof rowsOf>[number], ReturnType<typeof rowsOf>[number]];

describe('the reading at the crosshair', () => {
  it('gives all values of the day, compact and exact', () => {
    expect(readingsOf(row, 'USD').map(({ label, text, exact }) => [label, text, exact])).toEqual([
      ['Counted', '9.00 bn', '9,000,000,000.005 USD'],
      ['Straight pace', '9.97 bn', '9,972,602,739.73 USD'],
      ['Against pace', '−973 m', '−972,602,739.725 USD'],
      ['Minimum', '20.0 bn', '20,000,000,000 USD'],
    ]);
  });

  it('names the inclusive day', () => {
    expect(throughOf(row)).toBe('1 July 2027');
  });

  it('is spoken in one sentence', () => {
    expect(spoken(row, 'USD')).toBe(
      '1 July 2027: Counted 9.00 bn, Straight pace 9.97 bn, Against pace −973 m, Minimum 20.0 bn USD',
    );
  });

  it('shows a dash where nothing is recorded', () => {
    expect(readingsOf(blank, 'USD').map(({ text }) => text)).toEqual([
      '–',
      '9.97 bn',
      '–',
      '20.0 bn',
    ]);
  });
});

describe('cellOf', () => {
  it('writes minor units of the currency, half-even', () => {
    expect(cellOf(row, 'counted', 'USD')).toBe('9,000,000,000.00');
    expect(cellOf(row, 'pace', 'JPY')).toBe('9,972,602,740');
    expect(cellOf(blank, 'variance', 'USD')).toBe('–');
  });
});

describe('toCsv', () => {
  it('keeps the exact amounts', () => {
    expect(toCsv([row, blank], 'USD')).toBe(
      'through,currency,counted,pace,variance,minimum\r\n' +
        '2027-07-01,USD,9000000000.005,9972602739.73,-972602739.725,20000000000\r\n' +
        '2027-07-01,USD,,9972602739.73,,20000000000\r\n',
    );
  });
});
