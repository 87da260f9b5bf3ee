import { divideHalfEven } from '@app/money';
import { type Fraction, type TierPrice } from './unit-price.js';

/**
 * Cost of moving the month's cumulative quantity from `beforeE18` to `afterE18`: `T(after) −
 * T(before)`, `T` piecewise linear, below zero at the first tier's price. Cut half-even once.
 */
export function tieredCostE18(
  beforeE18: bigint,
  afterE18: bigint,
  tiers: readonly TierPrice[],
): bigint {
  const after = total(afterE18, tiers);
  const before = total(beforeE18, tiers);
  return divideHalfEven(
    after.numerator * before.denominator - before.numerator * after.denominator,
    after.denominator * before.denominator,
  );
}

function total(quantityE18: bigint, tiers: readonly TierPrice[]): Fraction {
  let sum: Fraction = { numerator: 0n, denominator: 1n };
  let from = 0n;
  for (const tier of tiers) {
    const { upToE18 } = tier;
    const last = upToE18 === null || quantityE18 <= upToE18;
    const to = last ? quantityE18 : upToE18;
    sum = {
      numerator: sum.numerator * tier.denominator + (to - from) * tier.numerator * sum.denominator,
      denominator: sum.denominator * tier.denominator,
    };
    if (last) return sum;
    from = to;
  }
  return sum;
}
