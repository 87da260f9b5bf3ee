import { formatMinor } from '@app/money';

/** Cents, half-even; an amount that is missing fails every comparison. */
export function usd(valueE18: bigint | null | undefined): string {
  return valueE18 === null || valueE18 === undefined ? 'missing' : formatMinor(valueE18, 'USD');
}

export const M = 1_000_000n;
export const B = 1_000_000_000n;
