import { dayNumber } from '@app/calendar';
import { divideHalfEven } from '@app/money';
import { type Facts, type PeriodFacts } from './facts.js';
import { type SpendIndex } from './spend-index.js';

/** Days of the trailing run rate; reaches back over the period start. */
export const RUN_RATE_DAYS = 28;
/** Below this a run rate is too young for R2. */
export const LEAST_HISTORY_DAYS = 56;

/** Where a period stands, and will end, seen from one value of the data clock. */
export interface Outlook {
  /** M: requirement without usable carry lots. */
  readonly requiredE18: bigint;
  /** S: counted through the data clock. */
  readonly countedE18: bigint;
  /** Flow of the 28 days before the data clock; the mean is a 28th of it. */
  readonly flow28E18: bigint;
  /** S + r28 × left: the median path of this version. */
  readonly p50E18: bigint;
  /** Straight plan through the data clock. */
  readonly plannedE18: bigint;
  readonly leftDays: number;
  readonly historyDays: number;
}

/** `clock` is a day number: the exclusive end of the complete days that may be looked at. */
export function outlookAt(
  facts: Facts,
  period: PeriodFacts,
  spend: SpendIndex,
  clock: number,
): Outlook {
  const [start, end] = [dayNumber(period.start), dayNumber(period.end)];
  const requiredE18 = period.requirementE18 - period.carryE18;
  const countedE18 = spend.countedE18(start, Math.min(clock, end));
  const flow28E18 = spend.flowE18(clock - RUN_RATE_DAYS, clock);
  const leftDays = Math.max(0, end - Math.max(clock, start));
  const planned = BigInt(Math.min(Math.max(clock - start, 0), end - start));
  return {
    requiredE18,
    countedE18,
    flow28E18,
    p50E18: countedE18 + divideHalfEven(flow28E18 * BigInt(leftDays), BigInt(RUN_RATE_DAYS)),
    plannedE18: divideHalfEven(requiredE18 * planned, BigInt(end - start)),
    leftDays,
    historyDays: facts.historyStart === null ? 0 : clock - dayNumber(facts.historyStart),
  };
}
