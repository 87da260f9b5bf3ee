import { formatRatio } from '@app/money';

/** What the counted lines cost in the end; amounts in 10^-18. */
export interface EffectiveInput {
  readonly netE18: bigint;
  readonly listE18: bigint;
  readonly countedE18: bigint;
  readonly shortfallE18: bigint;
}

/** Ratios with 6 decimals; null where the divisor is 0. */
export interface EffectivePrice {
  /** `1 − (net + shortfall) ÷ list`. */
  readonly effectiveDiscount: string | null;
  /** `(counted + shortfall) ÷ counted`. */
  readonly priceMultiple: string | null;
}

const DECIMALS = 6;

/** The discount that is left, and what a counted unit of money cost, once the shortfall is paid. */
export function effectivePrice(input: EffectiveInput): EffectivePrice {
  const { netE18, listE18, countedE18, shortfallE18 } = input;
  return {
    effectiveDiscount:
      listE18 === 0n ? null : formatRatio(listE18 - netE18 - shortfallE18, listE18, DECIMALS),
    priceMultiple:
      countedE18 === 0n ? null : formatRatio(countedE18 + shortfallE18, countedE18, DECIMALS),
  };
}
