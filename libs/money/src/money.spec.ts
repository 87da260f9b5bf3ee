import fc from 'fast-check';
import {
  cutHalfEven,
  divideHalfEven,
  formatE18,
  formatMinor,
  formatRatio,
  minorDigits,
  MoneyInvalidError,
  parseE18,
} from './index.js';

describe('parseE18', () => {
  it.each([
    ['0', 0n],
    ['-0', 0n],
    ['0.10', 100_000_000_000_000_000n],
    ['-12.5', -12_500_000_000_000_000_000n],
    ['0.000000000000000001', 1n],
    ['99999999999999999999.999999999999999999', 10n ** 38n - 1n],
  ])('reads %s', (text, value) => {
    expect(parseE18(text)).toBe(value);
  });

  it.each([
    '',
    ' 1',
    '1,0',
    '+1',
    '0x10',
    '１',
    '007',
    '1e3',
    'NaN',
    'Infinity',
    '.5',
    '5.',
    '--1',
  ])('refuses %p', (text) => {
    expect(() => parseE18(text)).toThrow(MoneyInvalidError);
  });

  it('refuses 21 integer digits and 19 fraction digits', () => {
    expect(() => parseE18('1'.repeat(21))).toThrow(MoneyInvalidError);
    expect(() => parseE18(`0.${'1'.repeat(19)}`)).toThrow(MoneyInvalidError);
  });
});

describe('formatE18', () => {
  it.each([
    [0n, '0'],
    [100_000_000_000_000_000n, '0.1'],
    [-1n, '-0.000000000000000001'],
    [20_000_000_000n * 10n ** 18n, '20000000000'],
  ])('writes %s', (value, text) => {
    expect(formatE18(value)).toBe(text);
  });

  it('is the inverse of parseE18', () => {
    const amount = fc.bigInt({ min: -(10n ** 38n) + 1n, max: 10n ** 38n - 1n });
    fc.assert(fc.property(amount, (value) => parseE18(formatE18(value)) === value));
  });
});

describe('rounding half to even', () => {
  it.each([
    [5n, 10n, 0n],
    [15n, 10n, 2n],
    [25n, 10n, 2n],
    [-5n, 10n, 0n],
    [-15n, 10n, -2n],
    [-25n, 10n, -2n],
    [26n, 10n, 3n],
    [7n, -2n, -4n],
  ])('%s / %s is %s', (numerator, divisor, quotient) => {
    expect(divideHalfEven(numerator, divisor)).toBe(quotient);
  });

  it('cuts and extends scales', () => {
    expect(cutHalfEven(12345n, 3, 2)).toBe(1234n);
    expect(cutHalfEven(12355n, 3, 2)).toBe(1236n);
    expect(cutHalfEven(12n, 1, 3)).toBe(1200n);
  });
});

describe('currencies', () => {
  it('knows ISO 4217 minor digits', () => {
    expect(['USD', 'JPY', 'KWD', 'CLF'].map(minorDigits)).toEqual([2, 0, 3, 4]);
  });

  it('rounds an amount to minor units once', () => {
    expect(formatMinor(parseE18('9003.703665'), 'USD')).toBe('9003.70');
    expect(formatMinor(parseE18('0.005'), 'USD')).toBe('0.00');
    expect(formatMinor(parseE18('-0.015'), 'USD')).toBe('-0.02');
    expect(formatMinor(parseE18('1234.5'), 'JPY')).toBe('1234');
  });

  it('writes ratios with four decimals', () => {
    expect(formatRatio(52_000_000n, 60_109_290n)).toBe('0.8651');
    expect(formatRatio(-1n, 3n, 2)).toBe('-0.33');
  });
});
