import { addDays, type Day } from '@app/calendar';

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

/** `31 December 2027`. */
export function longDay(day: Day): string {
  return `${dateOf(day)} ${monthName(day)} ${yearOf(day)}`;
}

/** `8 November`, where the year is clear. */
export function dayAndMonth(day: Day): string {
  return `${dateOf(day)} ${monthName(day)}`;
}

/** `8 Nov 2027`. */
export function shortDay(day: Day): string {
  return `${dateOf(day)} ${shortMonth(day)} ${yearOf(day)}`;
}

/** `Nov`. */
export function shortMonth(day: Day): string {
  return monthName(day).slice(0, 3);
}

/** Periods are half-open; people are shown the inclusive last day. */
export function lastDayOf(end: Day): Day {
  return addDays(end, -1);
}

/** `2 Jul 2027, 06:00:00 UTC` of an RFC 3339 instant in UTC. */
export function shortInstant(instant: string): string {
  const utc = new Date(instant).toISOString();
  return `${shortDay(utc.slice(0, 10))}, ${utc.slice(11, 19)} UTC`;
}

/** The value of a `datetime-local` control (UTC, to the second) for an instant. */
export function toControlValue(instant: string): string {
  return new Date(instant).toISOString().slice(0, 19);
}

/** The instant meant by a `datetime-local` control read as UTC; undefined if it holds none. */
export function fromControlValue(value: string): string | undefined {
  const instant = new Date(`${value}Z`);
  return Number.isNaN(instant.getTime())
    ? undefined
    : instant.toISOString().replace(/\.000Z$/, 'Z');
}

function dateOf(day: Day): string {
  return String(Number(day.slice(8, 10)));
}

function monthName(day: Day): string {
  return MONTHS[Number(day.slice(5, 7)) - 1] ?? '';
}

function yearOf(day: Day): string {
  return day.slice(0, 4);
}
