import { type Day, daysBetween } from '@app/calendar';
import { divideHalfEven } from '@app/money';

/** What a period asks for, as far as the burn-up draws it. */
export interface PlannedPeriod {
  readonly start: Day;
  /** Exclusive. */
  readonly end: Day;
  readonly requirementE18: bigint;
}

/** The stepped minimum on a day: requirements of all periods begun by then. */
export function requiredOn(periods: readonly PlannedPeriod[], day: Day): bigint {
  return periods
    .filter(({ start }) => start <= day)
    .reduce((sum, { requirementE18 }) => sum + requirementE18, 0n);
}

/** The straight line: what has to be counted before `end`, periods spread evenly over their days. */
export function paceThrough(periods: readonly PlannedPeriod[], end: Day): bigint {
  return periods.reduce((sum, period) => sum + sharePlanned(period, end), 0n);
}

function sharePlanned({ start, end, requirementE18 }: PlannedPeriod, until: Day): bigint {
  if (until <= start) return 0n;
  if (until >= end) return requirementE18;
  const elapsed = BigInt(daysBetween(start, until));
  return divideHalfEven(requirementE18 * elapsed, BigInt(daysBetween(start, end)));
}
