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
  const [, year, month, date] = SHAPE.exec(day) ?? [];
  const number = fromParts(Number(year), Number(month), Number(date));
  if (Number.isNaN(number) || formatDay(number) !== day) throw new DayInvalidError(day);
  return number;
}

export function isDay(text: string): boolean {
  const [, year, month, date] = SHAPE.exec(text) ?? [];
  const number = fromParts(Number(year), Number(month), Number(date));
  return !Number.isNaN(number) && formatDay(number) === text;
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

// Date.UTC reads years below 100 as 19xx; setUTCFullYear does not.
function fromParts(year: number, month: number, date: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, date) / MS_PER_DAY;
}
