import { type CommitmentFold } from '../fold/commitment-fold.js';
import { type PlannedPeriod } from '../fold/commitment-plan.js';
import { type ClassSums, classSums } from './class-sums.js';
import { countClasses } from './count-classes.js';

/** Sums of a class and what of them counts. */
export interface CountedSums extends ClassSums {
  readonly capE18: bigint | null;
  readonly countedE18: bigint;
  /** Bounded by the cap, but counted by another commitment. */
  readonly takenE18: bigint;
}

/** What counts in a period through a day (exclusive): a function of the sums through that day. */
export function countedPeriod(
  fold: CommitmentFold,
  period: PlannedPeriod,
  upTo: number,
): CountedSums[] {
  const sums = classSums(fold.buckets.all, period.start, Math.min(upTo, period.end));
  const { terms, end, minimumE18 } = period;
  const counted = countClasses(sums, { terms, lastDay: end - 1, minimumE18 });
  return sums.map((sum, place) => ({
    ...sum,
    capE18: counted[place]?.capE18 ?? null,
    countedE18: counted[place]?.countedE18 ?? 0n,
    takenE18: 0n,
  }));
}

/** Counted of all classes together. */
export function totalCounted(sums: readonly { readonly countedE18: bigint }[]): bigint {
  return sums.reduce((total, { countedE18 }) => total + countedE18, 0n);
}
