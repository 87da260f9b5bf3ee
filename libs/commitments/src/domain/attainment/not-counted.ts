import { type SpendClass } from '../terms/terms.js';

/** Why an amount does not draw down, in the order in which the first that holds is taken. */
export const NOT_COUNTED_REASONS = [
  'outside-contract',
  'out-of-scope',
  'outside-term',
  'superseded-by-billed',
  'shortfall-fee',
  'shortfall-balance',
  'tax-never-counts',
  'credit-does-not-reduce',
  'support-not-counted',
  'class-not-agreed',
  'applicability',
  'fraction',
  'over-cap',
  'taken-by-other-commitment',
] as const;

export type NotCountedReason = (typeof NOT_COUNTED_REASONS)[number];

/** An amount that does not draw down, with the first reason that holds. */
export interface NotCounted {
  readonly class: SpendClass;
  readonly reason: NotCountedReason;
  readonly amountE18: bigint;
}
