import { type Bucket } from '../fold/bucket.js';
import { type PlannedPeriod } from '../fold/commitment-plan.js';
import { type ClassSums, classSums } from './class-sums.js';
import { countClasses } from './count-classes.js';
import { type CountedSums } from './counted-sums.js';

/** Counts a period's own sums, shared with nobody. */
export function countAlone(
  buckets: Iterable<Bucket>,
  period: PlannedPeriod,
  upTo: number,
): CountedSums[] {
  const sums = classSums(buckets, period.start, Math.min(upTo, period.end));
  return countShares(sums, period, () => 0n);
}

/** Counts what is left of each class after other commitments took their part. */
export function countShares(
  sums: readonly ClassSums[],
  { terms, end, minimumE18 }: PlannedPeriod,
  takenOf: (sum: ClassSums) => bigint,
): CountedSums[] {
  const shares = sums.map((sum) => {
    const takenE18 = takenOf(sum);
    return { class: sum.class, takenE18, eligibleE18: sum.eligibleE18 - takenE18 };
  });
  const counted = countClasses(shares, { terms, lastDay: end - 1, minimumE18 });
  return sums.map((sum, place) => ({
    ...sum,
    capE18: counted[place]?.capE18 ?? null,
    countedE18: counted[place]?.countedE18 ?? 0n,
    takenE18: shares[place]?.takenE18 ?? 0n,
  }));
}
