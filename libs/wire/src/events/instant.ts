import { dayNumber, isDay } from '@app/calendar';
import { wholeSeconds } from './fast-instant.js';

/** A point in time: whole seconds since 1970-01-01T00:00:00Z, and nanoseconds 0 to 999,999,999. */
export interface Instant9 {
  readonly seconds: number;
  readonly nanos: number;
}

const RFC3339 =
  /^(\d{4}-\d{2}-\d{2})[Tt]([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,9}))?(?:[Zz]|([+-])([01]\d|2[0-3]):([0-5]\d))$/;
/** The shape alone; whether the day exists needs a calendar. */
export const INSTANT_PATTERN = RFC3339.source;
const SECONDS_PER_DAY = 86_400;

/**
 * Reads an RFC 3339 instant of any zone. Leap seconds, `24:00`, days that do not exist, a missing
 * zone and more than 9 fraction digits are refused: undefined.
 */
export function parseInstant(text: string): Instant9 | undefined {
  const whole = wholeSeconds(text);
  if (!Number.isNaN(whole)) return { seconds: whole, nanos: 0 };
  const match = RFC3339.exec(text);
  if (match === null) return undefined;
  const [, day = '', hour, minute, second, fraction = '', sign, offsetHour, offsetMinute] = match;
  if (!isDay(day)) return undefined;
  const offset = (Number(offsetHour ?? 0) * 60 + Number(offsetMinute ?? 0)) * 60;
  const clock = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  const seconds = dayNumber(day) * SECONDS_PER_DAY + clock - (sign === '-' ? -offset : offset);
  return { seconds, nanos: Number(fraction.padEnd(9, '0')) };
}

/** Canonical form: UTC with `Z`, no fraction if it is zero, else without trailing zeros. */
export function formatInstant({ seconds, nanos }: Instant9): string {
  const whole = new Date(seconds * 1000).toISOString().slice(0, 19);
  if (nanos === 0) return `${whole}Z`;
  return `${whole}.${nanos.toString().padStart(9, '0').replace(/0+$/, '')}Z`;
}

/** Below zero if `a` is earlier than `b`. */
export function compareInstants(a: Instant9, b: Instant9): number {
  return a.seconds - b.seconds || a.nanos - b.nanos;
}

/** Number of the UTC day that holds the instant. */
export function floorDay({ seconds }: Instant9): number {
  return Math.floor(seconds / SECONDS_PER_DAY);
}

/** Number of the first UTC day that begins at or after the instant. */
export function ceilDay(instant: Instant9): number {
  const day = floorDay(instant);
  return instant.seconds === day * SECONDS_PER_DAY && instant.nanos === 0 ? day : day + 1;
}

/** Midnight UTC at the start of a day number. */
export function midnight(day: number): Instant9 {
  return { seconds: day * SECONDS_PER_DAY, nanos: 0 };
}

const MONTH = /^(\d{4}-(?:0[1-9]|1[0-2]))(?:-01(?:[Tt]00:00:00(?:\.0{1,9})?(?:[Zz]|[+-]00:00))?)?$/;
export const MONTH_PATTERN = MONTH.source;

/** First day of the month named by `2027-08`, `2027-08-01` or its midnight in UTC; else undefined. */
export function parseMonth(text: string): string | undefined {
  const month = MONTH.exec(text)?.[1];
  return month === undefined ? undefined : `${month}-01`;
}
