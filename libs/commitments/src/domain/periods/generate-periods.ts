import { addMonths, type Day, dayNumber } from '@app/calendar';
import { type Interval, type Terms } from '../terms/terms.js';
import { type Period } from './period.js';

/** Months of an interval; FULL has none: the term is one period. */
const MONTHS: Readonly<Record<Exclude<Interval, 'FULL'>, number>> = {
  YEAR: 12,
  HALF_YEAR: 6,
  QUARTER: 3,
  MONTH: 1,
};

interface Term {
  readonly start: Day;
  readonly end: Day;
}

/**
 * Periods of the term: by hand, or boundaries `anchorDate + k` intervals, each reckoned from the
 * original anchor (day clamped to the month). A period cut by the term's start or end is a stub.
 */
export function generatePeriods(
  terms: Pick<Terms, 'schedule' | 'every' | 'anchorDate'>,
  term: Term,
): Period[] {
  if (terms.schedule) return terms.schedule.map(scheduled);
  const [start, end] = [dayNumber(term.start), dayNumber(term.end)];
  if (terms.every === 'FULL')
    return [{ index: 1, start, end, uncutDays: end - start, minimumAt: 0 }];
  const boundary = boundaries(terms.anchorDate, MONTHS[terms.every]);
  let k = boundary.firstAfter(start) - 1;
  const periods: Period[] = [];
  let full = 0;
  for (; boundary.at(k) < end; k += 1) {
    const [from, to] = [boundary.at(k), boundary.at(k + 1)];
    const leading = from < start;
    const cut = leading || to > end;
    if (!cut) full += 1;
    periods.push({
      index: leading ? 0 : cut ? full + 1 : full,
      start: Math.max(from, start),
      end: Math.min(to, end),
      uncutDays: to - from,
      minimumAt: Math.max(0, full - 1),
    });
  }
  return periods;
}

function scheduled(row: Term, place: number): Period {
  const [start, end] = [dayNumber(row.start), dayNumber(row.end)];
  return { index: place + 1, start, end, uncutDays: end - start, minimumAt: place };
}

function boundaries(
  anchor: Day,
  months: number,
): { at(k: number): number; firstAfter(day: number): number } {
  const at = (k: number): number => dayNumber(addMonths(anchor, k * months));
  return {
    at,
    firstAfter: (day) => {
      let k = Math.floor((day - dayNumber(anchor)) / (months * 31)) - 1;
      while (at(k) <= day) k += 1;
      while (at(k - 1) > day) k -= 1;
      return k;
    },
  };
}
