/** Every code that pricing refuses by (commitments.md section 11). */
export const PRICING_PROBLEM_CODES = [
  'reason-required',
  'already-exists',
  'not-found',
  'day-invalid',
  'period-empty',
  'money-invalid',
  'ratio-invalid',
  'currency-unknown',
  'currency-mismatch',
  'price-invalid',
  'price-overlap',
  'tiers-invalid',
  'fx-rate-invalid',
  'fx-rate-exists',
] as const;

export type PricingProblemCode = (typeof PRICING_PROBLEM_CODES)[number];

/** A price book or FX table command that breaks a rule; nothing of it is applied. */
export class PricingRefusedError extends Error {
  constructor(
    readonly code: PricingProblemCode,
    /** RFC 6901 pointer into the command. */
    readonly pointer: string,
    detail: string,
  ) {
    super(detail);
  }
}
