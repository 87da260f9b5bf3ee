import { parseE18 } from '@app/money';

import {
  compact,
  compactParts,
  exact,
  magnitudeOf,
  percent,
  scaled,
  toCoordinate,
} from './figure.js';

describe('compact', () => {
  it.each([
    ['0', '0'],
    ['9000000000.00', '9.00 bn'],
    ['54794520.55', '54.8 m'],
    ['-972602739.73', '−973 m'],
    ['999499999', '999 m'],
    ['999500000', '1.00 bn'],
    ['99950', '100 k'],
    ['57.868362', '57.9'],
    ['999', '999'],
    ['1000', '1.00 k'],
    ['0.0123', '0.0123'],
    ['100000000000', '100 bn'],
    ['1234000000000000', '1,234 tn'],
  ])('reads %s as %s', (amount, expected) => {
    expect(compact(parseE18(amount))).toBe(expected);
  });

  it('keeps the magnitude apart for setting it smaller', () => {
    expect(compactParts(parseE18('60109289.62'))).toEqual({ digits: '60.1', unit: 'm' });
  });
});

describe('scaled', () => {
  it('rounds half to even in the magnitude of another amount', () => {
    const billions = magnitudeOf(parseE18('20000000000'));

    expect(scaled(parseE18('18450000000'), billions, 1)).toBe('18.4');
    expect(scaled(parseE18('18550000000'), billions, 1)).toBe('18.6');
    expect(scaled(parseE18('-450000000'), billions, 1)).toBe('−0.4');
  });
});

describe('exact', () => {
  it('groups every digit of the string and rounds none', () => {
    expect(exact('61402118993.274100000000000001', 'USD')).toBe(
      '61,402,118,993.274100000000000001 USD',
    );
    expect(exact('-972602739.73', 'EUR')).toBe('−972,602,739.73 EUR');
    expect(exact('0', 'JPY')).toBe('0 JPY');
  });
});

describe('percent', () => {
  it.each([
    ['0.0900', '9.0%'],
    ['0.8651', '86.5%'],
    ['1.0345', '103.4%'],
    ['-0.01', '−1.0%'],
  ])('reads the ratio %s as %s', (ratio, expected) => {
    expect(percent(ratio)).toBe(expected);
  });
});

describe('toCoordinate', () => {
  it('turns an amount into a number of whole units', () => {
    expect(toCoordinate(parseE18('20000000000.5'))).toBe(20000000000.5);
  });
});
