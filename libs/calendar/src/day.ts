/** A UTC calendar day, `YYYY-MM-DD`, years 0001 to 9999. Day *numbers* count from 1970-01-01. */
export type Day = string;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

/** A text that names no day of the Gregorian calendar (`2027-02-29`). */
export class DayInvalidError extends Error {
  readonly code = 'day-invalid';

  constructor(text: string) {
    super(`"${text.slice(0, 40)}" is not a calendar day of the form YYYY-MM-DD`);
  }
}

/**
 * Days from 1970-01-01 to `day`; negative before.
 *
 * @throws DayInvalidError
 */
export function dayNumber(day: Day): number {
  const number = numberOf(day);
  if (number === undefined) throw new DayInvalidError(day);
  return number;
}

export function isDay(text: string): boolean {
  return numberOf(text) !== undefined;
}

/** The day with this number. */
export function formatDay(number: number): Day {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10);
}

export function addDays(day: Day, days: number): Day {
  return formatDay(dayNumber(day) + days);
}

/** Days from `start` to `end`; the length of `[start, end)`. */
export function daysBetween(start: Day, end: Day): number {
  return dayNumber(end) - dayNumber(start);
}

/** UTC day of an RFC 3339 instant in UTC. */
export function dayOfInstant(instant: string): Day {
  return formatDay(Math.floor(Date.parse(instant) / MS_PER_DAY));
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

// Called for every usage line: no Date is made and nothing is formatted to check it.
function numberOf(text: string): number | undefined {
  const [, yyyy, mm, dd] = SHAPE.exec(text) ?? [];
  const [year, month, date] = [Number(yyyy), Number(mm), Number(dd)];
  const longest = (DAYS_IN_MONTH[month - 1] ?? 0) + (month === 2 && isLeap(year) ? 1 : 0);
  if (Number.isNaN(year) || year < 1 || date < 1 || date > longest) return undefined;
  // Years from March on: the leap day is the last of its year.
  const y = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return y * 365 + leapDays + dayOfYear - DAYS_TO_1970;
}

/** From 0000-03-01 to 1970-01-01. */
const DAYS_TO_1970 = 719_468;

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
