import { cutHalfEven, divideHalfEven, E18, formatScaled, parseE18 } from '@app/money';

/** A power of a thousand that people read large amounts in. */
export interface Magnitude {
  readonly power: number;
  readonly short: string;
  readonly word: string;
}

const ONE: Magnitude = { power: 0, short: '', word: '' };
const MAGNITUDES: readonly Magnitude[] = [
  ONE,
  { power: 3, short: 'k', word: 'thousand' },
  { power: 6, short: 'm', word: 'million' },
  { power: 9, short: 'bn', word: 'billion' },
  { power: 12, short: 'tn', word: 'trillion' },
];

const SIGNIFICANT = 3;
const SMALLEST_DECIMALS = 6;

/** The magnitude in which the amount has one to three integer digits once rounded to three digits. */
export function magnitudeOf(valueE18: bigint): Magnitude {
  const size = absolute(valueE18);
  // 999.5 million would be printed as "1000 m": from there on the next magnitude reads better.
  const fits = ({ power }: Magnitude): boolean =>
    size * 2000n >= 1999n * E18 * 10n ** BigInt(power);
  return MAGNITUDES.findLast(fits) ?? ONE;
}

/** The amount in that magnitude with fixed decimals, half-even, a true minus sign: `−18.5`. */
export function scaled(valueE18: bigint, magnitude: Magnitude, decimals: number): string {
  const quotient = divideHalfEven(valueE18, 10n ** BigInt(18 + magnitude.power - decimals));
  return withMinus(group(formatScaled(quotient, decimals)));
}

/** Three significant digits with the magnitude apart, for setting them in two sizes. */
export function compactParts(valueE18: bigint): { readonly digits: string; readonly unit: string } {
  const magnitude = magnitudeOf(valueE18);
  return {
    digits: scaled(valueE18, magnitude, decimalsFor(valueE18, magnitude)),
    unit: magnitude.short,
  };
}

/** `9.00 bn`, `−973 m`, `57.9`; the exact amount belongs into the title beside it. */
export function compact(valueE18: bigint): string {
  const { digits, unit } = compactParts(valueE18);
  return unit === '' ? digits : `${digits} ${unit}`;
}

/** As `compact`, with a plus sign before what is above zero: for differences. */
export function signed(valueE18: bigint): string {
  return valueE18 > 0n ? `+${compact(valueE18)}` : compact(valueE18);
}

/** All digits of the API's decimal string, grouped by thousands, with the currency: nothing is rounded. */
export function exact(amount: string, currency: string): string {
  return `${withMinus(group(amount))} ${currency}`;
}

/** A ratio string as a percentage, half-even: `0.8651` is `86.5%`. */
export function percent(ratio: string, decimals = 1): string {
  const hundredths = cutHalfEven(parseE18(ratio) * 100n, 18, decimals);
  return `${withMinus(formatScaled(hundredths, decimals))}%`;
}

/** Only for pixel coordinates and axis ticks; never shown as a figure. */
export function toCoordinate(valueE18: bigint): number {
  return Number(valueE18 / 10n ** 9n) / 1e9;
}

/** As many decimals as leave three significant digits after rounding. */
function decimalsFor(valueE18: bigint, { power }: Magnitude): number {
  const size = absolute(valueE18);
  if (size === 0n) return 0;
  const leadingZeros = power === 0 ? Math.max(0, 18 - size.toString().length) : 0;
  const most = Math.min(SMALLEST_DECIMALS, leadingZeros + SIGNIFICANT);
  for (let decimals = most; decimals > 0; decimals -= 1) {
    if (divideHalfEven(size, 10n ** BigInt(18 + power - decimals)) < 1000n) return decimals;
  }
  return 0;
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function group(decimal: string): string {
  const [integer = '', fraction] = decimal.split('.');
  const grouped = integer.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function withMinus(text: string): string {
  return text.replace(/^-/, '−');
}
