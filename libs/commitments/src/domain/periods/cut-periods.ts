import { type Day, dayNumber } from '@app/calendar';
import { type Period } from './period.js';

/** Periods of a commitment that ends early: the running one is cut, later ones do not come. */
export function cutPeriods(periods: readonly Period[], endsOn: Day): Period[] {
  const end = dayNumber(endsOn);
  return periods
    .filter(({ start }) => start < end)
    .map((period) => (period.end > end ? { ...period, end } : period));
}
