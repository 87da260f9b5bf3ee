import { type CommitmentFold } from '../fold/commitment-fold.js';

const WINDOW_DAYS = 28;

/** Counted spend of the last days before `at`, without up-front purchases. */
export interface Trailing {
  readonly sumE18: bigint;
  /** 28, or as many days as there is history. */
  readonly days: number;
}

/** First day of the term with an amount that may count; Infinity without any. */
export function historyStart(fold: CommitmentFold): number {
  const first = fold.plan.periods[0]?.start ?? Infinity;
  let start = Infinity;
  for (const { reason, days } of fold.buckets.all) {
    if (reason === null) start = Math.min(start, days.start);
  }
  return Math.max(start, first);
}

/** The run-rate window may reach back over the start of a period. */
export function trailing(fold: CommitmentFold, at: number): Trailing {
  const days = Math.min(WINDOW_DAYS, Math.max(0, at - historyStart(fold)));
  const from = at - days;
  let sumE18 = 0n;
  for (const period of fold.plan.periods) {
    if (period.end <= from || period.start >= at) continue;
    const through = (day: number): bigint =>
      fold
        .counter(period, Math.max(day, period.start))
        .filter((sum) => sum.class !== 'UPFRONT_PURCHASE')
        .reduce((sum, { countedE18 }) => sum + countedE18, 0n);
    sumE18 += through(at) - through(from);
  }
  return { sumE18, days };
}
