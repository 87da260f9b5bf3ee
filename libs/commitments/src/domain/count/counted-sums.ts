import { type PlannedPeriod } from '../fold/commitment-plan.js';
import { type ClassSums } from './class-sums.js';

/** Sums of a class and what of them counts. */
export interface CountedSums extends ClassSums {
  readonly capE18: bigint | null;
  readonly countedE18: bigint;
  /** Eligible, but counted by another commitment. */
  readonly takenE18: bigint;
}

/** What counts in a period through a day (exclusive): a function of the sums through that day. */
export type Counter = (period: PlannedPeriod, upTo: number) => CountedSums[];

/** Counted of all classes together. */
export function totalCounted(sums: readonly { readonly countedE18: bigint }[]): bigint {
  return sums.reduce((total, { countedE18 }) => total + countedE18, 0n);
}
