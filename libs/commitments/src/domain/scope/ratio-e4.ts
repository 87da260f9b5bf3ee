import { parseE18 } from '@app/money';

const E14 = 10n ** 14n;

/** A ratio with at most 4 decimals as a count of 10^-4; FOCUS writes it as a JSON number. */
export function toE4(ratio: number): bigint {
  return BigInt(Math.round(ratio * 10_000));
}

/** A ratio written as a decimal string, as a count of 10^-4. */
export function ratioE4(ratio: string): bigint {
  return parseE18(ratio) / E14;
}
