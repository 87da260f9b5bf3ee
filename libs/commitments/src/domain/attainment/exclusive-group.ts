import { classSums } from '../count/class-sums.js';
import { countShares } from '../count/count-alone.js';
import { type CountedSums } from '../count/counted-sums.js';
import { type Member, type Shares, shareOut } from '../count/exclusive.js';
import { type CommitmentFold } from '../fold/commitment-fold.js';
import { type PlannedPeriod } from '../fold/commitment-plan.js';
import { openingOf } from './settle-fold.js';
import { SettlementRun } from './settlement-run.js';

/** Lets commitments that share usage count it once; `folds` are in priority order. */
export function shareExclusively(folds: readonly CommitmentFold[]): void {
  let known = { version: -1, byDay: new Map<number, CountedSums[][][]>() };
  folds.forEach((fold, member) => {
    fold.isShared = true;
    fold.counter = (period, upTo) => {
      const version = folds.reduce((sum, each) => sum + each.version, 0);
      if (known.version !== version) known = { version, byDay: new Map() };
      const day = Math.min(upTo, fold.plan.periods.at(-1)?.end ?? upTo);
      let counted = known.byDay.get(day);
      if (counted === undefined) {
        counted = countTogether(folds, day);
        known.byDay.set(day, counted);
      }
      const place = fold.plan.periods.indexOf(period);
      return counted[member]?.[place] ?? [];
    };
  });
}

/** Counted sums by member and period: what a member needs depends on its periods before. */
function countTogether(folds: readonly CommitmentFold[], upTo: number): CountedSums[][][] {
  const runs = folds.map((fold) => new SettlementRun(fold.plan, openingOf(fold, upTo)));
  const counted: CountedSums[][][] = folds.map(() => []);
  (folds[0]?.plan.periods ?? []).forEach((_, place) => {
    const members = folds.flatMap((fold, i) => memberOf(fold, place, runs[i]));
    const shares = shareOut(members, upTo);
    folds.forEach((fold, i) => {
      const period = fold.plan.periods[place];
      if (period === undefined) return;
      const sums = ownSums(fold, period, upTo, shares[i] ?? new Map());
      counted[i]?.push(sums);
      runs[i]?.step(place, sums);
    });
  });
  return counted;
}

function memberOf(
  { plan, buckets }: CommitmentFold,
  place: number,
  run: SettlementRun | undefined,
): Member[] {
  const period = plan.periods[place];
  if (period === undefined || run === undefined) return [];
  const { commitmentId } = plan.commitment;
  return [{ commitmentId, period, needE18: run.needE18(place), buckets: buckets.all }];
}

/** Sums of a member; what is not its share was taken by another. */
function ownSums(
  { buckets }: CommitmentFold,
  period: PlannedPeriod,
  upTo: number,
  shares: Shares,
): CountedSums[] {
  const sums = classSums(buckets.all, period.start, Math.min(upTo, period.end));
  return countShares(sums, period, (sum) => sum.eligibleE18 - (shares.get(sum.class) ?? 0n));
}
