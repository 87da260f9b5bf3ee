import { addDays, type Day } from '@app/calendar';
import { divideHalfEven, E18, formatMinor, formatScaled } from '@app/money';
import { type PeriodFacts } from './facts.js';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const SCALES = [
  { word: 'billion', one: 10n ** 9n * E18 },
  { word: 'million', one: 10n ** 6n * E18 },
];

/** `31 December`; with the year when `year` is asked for. */
export function dayInWords(day: Day, year = false): string {
  const month = MONTHS[Number(day.slice(5, 7)) - 1] ?? '';
  return `${Number(day.slice(8))} ${month}${year ? ` ${day.slice(0, 4)}` : ''}`;
}

/** Last day of the period, as people say it. */
export function lastDayInWords(period: PeriodFacts): string {
  return dayInWords(addDays(period.end, -1), !isCalendarYear(period));
}

/** `2027 minimum`, or `minimum of 1 July 2027 to 30 June 2028`. */
export function minimumInWords(period: PeriodFacts): string {
  if (isCalendarYear(period)) return `${period.start.slice(0, 4)} minimum`;
  return `minimum of ${dayInWords(period.start, true)} to ${lastDayInWords(period)}`;
}

/** `18.516 of 20.0 billion USD`: both on the scale of the second, three digits at most. */
export function partInWords(partE18: bigint, wholeE18: bigint, currency: string): string {
  const scale = SCALES.find(({ one }) => wholeE18 >= one || -wholeE18 >= one);
  if (scale === undefined) {
    return `${formatMinor(partE18, currency)} of ${formatMinor(wholeE18, currency)} ${currency}`;
  }
  const short = (valueE18: bigint): string =>
    formatScaled(divideHalfEven(valueE18 * 1000n, scale.one), 3).replace(/0{1,2}$/, '');
  return `${short(partE18)} of ${short(wholeE18)} ${scale.word} ${currency}`;
}

/** `15 minutes`, `26 hours`, `3 days`: whole units, rounded down. */
export function durationInWords(seconds: number): string {
  const [unit, size]: [string, number] =
    seconds >= 2 * 86_400 ? ['day', 86_400] : seconds >= 2 * 3600 ? ['hour', 3600] : ['minute', 60];
  const count = Math.floor(seconds / size);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

function isCalendarYear({ start, end }: PeriodFacts): boolean {
  return (
    start.endsWith('-01-01') &&
    end === `${String(Number(start.slice(0, 4)) + 1).padStart(4, '0')}-01-01`
  );
}
