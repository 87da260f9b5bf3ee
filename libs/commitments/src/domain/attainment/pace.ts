import { type Day } from '@app/calendar';

export type Status = 'ON_TRACK' | 'WATCH' | 'AT_RISK' | 'MISSED' | 'MET';
export type Risk = 'LOW' | 'MEDIUM' | 'HIGH';

/** Pace of one period at the watermark, never the wall clock. Quotients are cut half-even at 10^-18. */
export interface Pace {
  readonly periodIndex: number;
  /** Exclusive end of the last day looked at: min(`through`, watermark). */
  readonly through: Day;
  readonly daysElapsed: number;
  readonly daysLeft: number;
  readonly countedE18: bigint;
  readonly expectedE18: bigint;
  readonly varianceE18: bigint;
  readonly plannedPerDayE18: bigint;
  /** Null when the period has no day left. */
  readonly requiredPerDayE18: bigint | null;
  readonly trailing28PerDayE18: bigint;
  readonly projectedE18: bigint;
  readonly projectedGapE18: bigint;
  /** `counted ÷ expected`, 4 decimals; null when nothing is expected yet. */
  readonly attainment: string | null;
  /** `trailing ÷ required`; null when nothing is required. */
  readonly ratio: string | null;
  /** `required ÷ trailing`, rounded up to 4 decimals; null when nothing was spent. */
  readonly catchUpFactor: string | null;
  /** Null when nothing is required any more. */
  readonly risk: Risk | null;
  readonly status: Status;
}
