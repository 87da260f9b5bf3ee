/** An exact fraction; the oracle computes in nothing else. */
export interface Fraction {
  readonly n: bigint;
  /** Always positive. */
  readonly d: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

export function fraction(n: bigint, d = 1n): Fraction {
  const sign = d < 0n ? -1n : 1n;
  const common = gcd(n < 0n ? -n : n, d < 0n ? -d : d);
  return common === 0n ? { n: 0n, d: 1n } : { n: (sign * n) / common, d: (sign * d) / common };
}

export const ZERO = fraction(0n);
export const ONE = fraction(1n);

/** Reads `-12.34` or an integer. */
export function read(text: string | number | bigint): Fraction {
  const [whole = '0', decimals = ''] = String(text).split('.');
  return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

export const add = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.n * b.d - b.n * a.d, a.d * b.d);
export const multiply = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d);
export const divide = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n);
export const less = (a: Fraction, b: Fraction): boolean => a.n * b.d < b.n * a.d;
export const smaller = (a: Fraction, b: Fraction): Fraction => (less(b, a) ? b : a);
export const larger = (a: Fraction, b: Fraction): Fraction => (less(a, b) ? b : a);
export const sum = (all: readonly Fraction[]): Fraction => all.reduce(add, ZERO);
export const isZero = (a: Fraction): boolean => a.n === 0n;

/** Rounded half to even at so many decimals, still as a fraction. */
export function cut(a: Fraction, decimals = 18): Fraction {
  const scale = 10n ** BigInt(decimals);
  const scaled = a.n * scale;
  let low = scaled / a.d;
  if (scaled < 0n && low * a.d !== scaled) low -= 1n;
  const twice = 2n * (scaled - low * a.d);
  if (twice > a.d || (twice === a.d && low % 2n !== 0n)) low += 1n;
  return fraction(low, scale);
}

/** Count of 10^-18 of an amount that is exact at 18 decimals. */
export function e18(a: Fraction): bigint {
  const scaled = a.n * 10n ** 18n;
  if (scaled % a.d !== 0n) throw new Error(`${a.n}/${a.d} has more than 18 decimals`);
  return scaled / a.d;
}
