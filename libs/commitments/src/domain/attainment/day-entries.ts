import { type CommitmentFold } from '../fold/commitment-fold.js';
import { type DayEntry } from './attainment.js';

/** The draw-down by day and class, up to a day (exclusive); days that did not change are kept. */
export function dayEntries(
  fold: CommitmentFold,
  requirements: readonly bigint[],
  upTo: number,
): DayEntry[] {
  const from = fold.takeChangedFrom('dayBook');
  const rows = fold.dayBook.rows(fold.plan.periods, fold.buckets.all, fold.counter, from);
  return rows.flatMap((period, place) => {
    const requirement = requirements[place] ?? 0n;
    return period
      .filter(({ dayNumber }) => dayNumber < upTo)
      .map((row) => ({
        day: row.day,
        periodIndex: row.periodIndex,
        class: row.class,
        amountE18: row.amountE18,
        countedE18: row.countedE18,
        runningE18: row.runningE18,
        balanceE18: requirement - row.runningE18,
      }));
  });
}
