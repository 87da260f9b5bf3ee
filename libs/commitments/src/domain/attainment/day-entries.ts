import { formatDay } from '@app/calendar';
import { type CountedSums } from '../count/counted-sums.js';
import { type CommitmentFold } from '../fold/commitment-fold.js';
import { type PlannedPeriod } from '../fold/commitment-plan.js';
import { type DayEntry } from './attainment.js';

/** The draw-down by day and class, up to a day (exclusive). */
export function dayEntries(
  fold: CommitmentFold,
  requirements: readonly bigint[],
  upTo: number,
): DayEntry[] {
  return fold.plan.periods.flatMap((period, place) =>
    periodEntries(fold, period, requirements[place] ?? 0n, upTo),
  );
}

function periodEntries(
  fold: CommitmentFold,
  period: PlannedPeriod,
  requirementE18: bigint,
  upTo: number,
): DayEntry[] {
  const entries: DayEntry[] = [];
  let before = new Map<string, CountedSums>();
  let runningE18 = 0n;
  for (const day of usedDays(fold, period.start, Math.min(period.end, upTo))) {
    const sums = fold.counter(period, day + 1);
    for (const sum of sums) {
      const last = before.get(sum.class);
      const amountE18 = amountInScope(sum) - (last ? amountInScope(last) : 0n);
      const countedE18 = sum.countedE18 - (last?.countedE18 ?? 0n);
      if (amountE18 === 0n && countedE18 === 0n) continue;
      runningE18 += countedE18;
      entries.push({
        day: formatDay(day),
        periodIndex: period.index,
        class: sum.class,
        amountE18,
        countedE18,
        runningE18,
        balanceE18: requirementE18 - runningE18,
      });
    }
    before = new Map(sums.map((sum) => [sum.class, sum]));
  }
  return entries;
}

/** Days of `[from, to)` with an amount, ascending. */
export function usedDays(fold: CommitmentFold, from: number, to: number): number[] {
  const used = new Set<number>();
  for (const { days } of fold.buckets.all) {
    const last = Math.min(to, days.end);
    for (let day = Math.max(from, days.start); day < last; day += 1) {
      if (days.at(day) !== 0n) used.add(day);
    }
  }
  return [...used].sort((a, b) => a - b);
}

/** Converted amount of a class inside contract and scope. */
function amountInScope(sum: CountedSums): bigint {
  let amount = sum.convertedE18 + sum.unclassifiedE18;
  for (const [reason, refused] of sum.refused) {
    if (reason !== 'outside-contract' && reason !== 'out-of-scope') amount += refused;
  }
  return amount;
}
