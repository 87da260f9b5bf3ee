import { divideHalfEven } from '@app/money';

/** An exact price of one unit as measured: `costE18 = quantityE18 × numerator ÷ denominator`. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** A step of a tiered price; `upToE18` counts units as measured, null = no end. */
export interface TierPrice extends Fraction {
  readonly upToE18: bigint | null;
}

/** What one unit of a SKU costs on a day: net of discounts, and at list. */
export interface UnitPrice {
  readonly priceBookId: string;
  readonly currency: string;
  readonly net: Fraction;
  readonly list: Fraction;
  /** Ascending, the last one open; null: one price for every quantity. */
  readonly tiers: readonly TierPrice[] | null;
}

/** Cost of a quantity at a flat price: one product, cut half-even at 10^-18. */
export function costE18(quantityE18: bigint, { numerator, denominator }: Fraction): bigint {
  const product = quantityE18 * numerator;
  const quotient = product / denominator;
  // Most usage is a whole number of units, which no price has to cut.
  return quotient * denominator === product ? quotient : divideHalfEven(product, denominator);
}

/** The same price in lowest terms: products stay short. */
export function lowestTerms({ numerator, denominator }: Fraction): Fraction {
  let [a, b] = [numerator, denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n
    ? { numerator: 0n, denominator: 1n }
    : { numerator: numerator / a, denominator: denominator / a };
}
