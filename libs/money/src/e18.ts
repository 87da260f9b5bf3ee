/** Decimal places of a fixed-point amount named `…E18`. */
export const SCALE = 18;
/** One whole unit: 1 USD is `E18`. */
export const E18 = 10n ** 18n;

const PLAIN = /^(-?)(\d+)(?:\.(\d+))?$/;
const INTEGER_DIGITS = 20;

/** An amount that is not a plain decimal of at most 20 integer and 18 fraction digits. */
export class MoneyInvalidError extends Error {
  readonly code = 'money-invalid';

  constructor(text: string) {
    super(
      `"${text.slice(0, 60)}" is not a plain decimal of at most 20 integer and 18 fraction digits`,
    );
  }
}

/**
 * Reads a plain decimal (`-12.5`, `0.10`, `007` is refused) as a count of 10^-18.
 *
 * @throws MoneyInvalidError for exponents, blanks, signs other than `-`, a superfluous leading zero,
 *   more than 20 integer or 18 fraction digits
 */
export function parseE18(text: string): bigint {
  const match = PLAIN.exec(text);
  const [, sign, integer = '', fraction = ''] = match ?? [];
  const padded = integer.length > 1 && integer.startsWith('0');
  if (!match || padded || integer.length > INTEGER_DIGITS || fraction.length > SCALE) {
    throw new MoneyInvalidError(text);
  }
  const magnitude = BigInt(integer + fraction.padEnd(SCALE, '0'));
  return sign === '-' ? -magnitude : magnitude;
}

/** Canonical plain decimal of a count of 10^-18: no exponent, no superfluous zeros, zero is `0`. */
export function formatE18(value: bigint): string {
  return formatScaled(value, SCALE).replace(/\.?0+$/, '');
}

/** All `scale` fraction digits of a count of 10^-scale: `formatScaled(150n, 2)` is `1.50`. */
export function formatScaled(value: bigint, scale: number): string {
  const sign = value < 0n ? '-' : '';
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
  const point = digits.length - scale;
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
