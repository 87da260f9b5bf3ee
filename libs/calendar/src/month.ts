import { type Day, dayNumber, formatDay } from './day.js';

const MS_PER_DAY = 86_400_000;

/** First day of the month that holds `day`. */
export function monthOf(day: Day): Day {
  return `${day.slice(0, 7)}-01`;
}

/**
 * `anchor` moved by whole months, its day clamped to the length of the month reached
 * (2028-02-29 + 12 = 2029-02-28). Always reckon from the original anchor: clamping does not chain.
 */
export function addMonths(anchor: Day, months: number): Day {
  const date = new Date(dayNumber(anchor) * MS_PER_DAY);
  const index = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  const [year, month] = [Math.floor(index / 12), ((index % 12) + 12) % 12];
  const last = new Date(0);
  last.setUTCFullYear(year, month + 1, 0);
  return formatDay(
    new Date(0).setUTCFullYear(year, month, Math.min(date.getUTCDate(), last.getUTCDate())) /
      MS_PER_DAY,
  );
}
