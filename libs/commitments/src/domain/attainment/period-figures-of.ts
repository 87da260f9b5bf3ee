import { formatDay } from '@app/calendar';
import { parseE18 } from '@app/money';
import { type ClosedPeriod } from '../contract/closed-period.js';
import { type CountedSums } from '../count/counted-sums.js';
import { type PlannedPeriod } from '../fold/commitment-plan.js';
import { type PeriodInput, type SettledFigures } from '../settle/settle-period.js';
import { classFiguresOf } from './class-figures-of.js';
import { notCountedOf } from './not-counted-of.js';
import { type PeriodFigures } from './period-figures.js';
import { creditWindow } from './credit-window.js';
import { periodState } from './period-state.js';

/** One period with its sums, its settlement, and what was recorded of its close. */
export interface SettledPeriod {
  readonly period: PlannedPeriod;
  readonly sums: readonly CountedSums[];
  readonly input: PeriodInput;
  readonly figures: SettledFigures;
  readonly closed: ClosedPeriod | undefined;
  /** Counted spend moved in from the next period, and out to the one before. */
  readonly curedInE18: bigint;
  readonly curedOutE18: bigint;
  /** Converted amount of all lines. */
  readonly convertedE18: bigint;
}

/** @param day day number of the clock */
export function periodFiguresOf(settled: SettledPeriod, day: number): PeriodFigures {
  const { period, sums, input, figures, closed, curedInE18, curedOutE18 } = settled;
  const paid = (closed?.paid ?? []).reduce((sum, { amount }) => sum + parseE18(amount), 0n);
  return {
    index: period.index,
    start: formatDay(period.start),
    end: formatDay(period.end),
    state: periodState(period, closed, day, figures.shortfallE18),
    minimumE18: period.minimumE18,
    countedE18: input.countedE18,
    movedInE18: input.movedInE18,
    ...figures,
    curedInE18,
    curedOutE18,
    credit: creditWindow(period, paid),
    convertedE18: settled.convertedE18,
    provisionalE18: sums.reduce((sum, { provisionalE18 }) => sum + provisionalE18, 0n),
    netE18: sums.reduce((sum, { convertedE18 }) => sum + convertedE18, 0n),
    listE18: sums.reduce((sum, { listE18 }) => sum + listE18, 0n),
    paidE18: paid,
    outstandingE18: figures.shortfallE18 - paid,
    classes: classFiguresOf(sums),
    notCounted: notCountedOf(sums),
    unclassifiedE18: sums.reduce((sum, { unclassifiedE18 }) => sum + unclassifiedE18, 0n),
  };
}
