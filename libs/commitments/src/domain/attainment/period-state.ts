import { dayNumber, dayOfInstant } from '@app/calendar';
import { type ClosedPeriod } from '../contract/closed-period.js';
import { type PlannedPeriod } from '../fold/commitment-plan.js';
import { type PeriodState } from './period-figures.js';

/** State of a period on a day of the clock (commitments.md section 4). */
export function periodState(
  period: PlannedPeriod,
  closed: ClosedPeriod | undefined,
  day: number,
  shortfallE18: bigint,
): PeriodState {
  if (day < period.start) return 'PLANNED';
  if (day < period.end) return 'OPEN';
  if (closed === undefined) return 'ENDED';
  if (shortfallE18 === 0n) return 'SETTLED';
  if (closed.paid.length > 0) return 'SHORTFALL_PAID';
  const curedBy = dayNumber(dayOfInstant(closed.closedAt)) + period.terms.lateData.cureDays;
  return day < curedBy ? 'CURE' : 'SHORTFALL_ASSESSED';
}
