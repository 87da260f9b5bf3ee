import { classRank } from '../classes/spend-classes.js';
import { type ClassSums, classSums } from '../count/class-sums.js';
import { countShares } from '../count/count-alone.js';
import { type Charge, type Link, splitInSequence } from '../count/sequential.js';
import { type CommitmentFold } from '../fold/commitment-fold.js';
import { type DaySums } from '../fold/day-sums.js';
import { type SpendClass } from '../terms/terms.js';
import { usedDays } from '../count/used-days.js';
import { termTotal } from './term-figures-of.js';

/** Lets the commitments of a sequence count one after the other; `folds` in that order. */
export function countInSequence(folds: readonly CommitmentFold[]): void {
  const start = folds[0]?.plan.periods[0]?.start ?? 0;
  const links = folds.map(linkOf);
  folds.forEach((fold, place) => {
    let known: { version: number; held: Map<SpendClass, DaySums> } | undefined;
    const heldBy = (): Map<SpendClass, DaySums> => {
      if (known?.version !== fold.version) {
        const held =
          splitInSequence(chargesOf(fold, start), links)[place] ?? new Map<SpendClass, DaySums>();
        known = { version: fold.version, held };
      }
      return known.held;
    };
    fold.isShared = true;
    fold.counter = (period, upTo) => {
      const to = Math.min(upTo, period.end);
      const sums = classSums(fold.buckets.all, period.start, to);
      const held = heldBy();
      const mine = ({ class: name }: ClassSums): bigint =>
        held.get(name)?.between(period.start, to) ?? 0n;
      return countShares(sums, period, (sum) => sum.eligibleE18 - mine(sum));
    };
  });
}

function linkOf(fold: CommitmentFold, place: number, all: readonly CommitmentFold[]): Link {
  const last = place === all.length - 1;
  return {
    totalE18: last ? null : termTotal(fold),
    end: fold.plan.periods.at(-1)?.end ?? -Infinity,
  };
}

/** Eligible amounts from the sequence's start by day and class, as differences of running sums. */
function chargesOf(fold: CommitmentFold, start: number): Charge[] {
  const buckets = [...fold.buckets.all].filter(({ reason }) => reason === null);
  const last = Math.max(-Infinity, ...buckets.map(({ days }) => days.end));
  const before = new Map<SpendClass, bigint>();
  const charges: Charge[] = [];
  for (const day of usedDays(buckets, start, last)) {
    const sums = classSums(buckets, start, day + 1);
    sums.sort((a, b) => classRank(a.class) - classRank(b.class));
    for (const { class: name, eligibleE18 } of sums) {
      const amountE18 = eligibleE18 - (before.get(name) ?? 0n);
      before.set(name, eligibleE18);
      if (amountE18 !== 0n) charges.push({ day, class: name, amountE18 });
    }
  }
  return charges;
}
