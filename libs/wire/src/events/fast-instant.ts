const SECONDS_PER_DAY = 86_400;
const MONTH_DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const LENGTH = 20;
const [ZERO, DASH, COLON, LETTER_T, LETTER_Z] = [48, 45, 58, 84, 90];

/**
 * Seconds since 1970 of an instant in the one shape `2027-08-11T14:00:00Z`, which is canonical; NaN
 * for every other text, valid or not.
 */
export function wholeSeconds(text: string): number {
  if (
    text.length !== LENGTH ||
    text.charCodeAt(4) !== DASH ||
    text.charCodeAt(7) !== DASH ||
    text.charCodeAt(10) !== LETTER_T ||
    text.charCodeAt(13) !== COLON ||
    text.charCodeAt(16) !== COLON ||
    text.charCodeAt(19) !== LETTER_Z
  ) {
    return Number.NaN;
  }
  const year = two(text, 0) * 100 + two(text, 2);
  const [month, date] = [two(text, 5), two(text, 8)];
  const [hour, minute, second] = [two(text, 11), two(text, 14), two(text, 17)];
  const inRange =
    year >= 1 &&
    month >= 1 &&
    month <= 12 &&
    date >= 1 &&
    date <= daysOf(year, month) &&
    hour <= 23 &&
    minute <= 59 &&
    second <= 59;
  if (!inRange) return Number.NaN;
  return daysFromCivil(year, month, date) * SECONDS_PER_DAY + hour * 3600 + minute * 60 + second;
}

/** Two digits as a number; NaN if one is no digit. */
function two(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - ZERO, text.charCodeAt(at + 1) - ZERO];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function daysOf(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return leap ? 29 : (MONTH_DAYS[month] ?? 0);
}

/** Days since 1970-01-01 in the Gregorian calendar, years that begin in March counted from 0000-03-01. */
function daysFromCivil(year: number, month: number, date: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  const leaps = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + yearOfEra * 365 + leaps + dayOfYear - 719_468;
}
