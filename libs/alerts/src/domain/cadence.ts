import { type Day, dayOfInstant } from '@app/calendar';
import { type Instant } from './facts.js';

/** Days that the usual pause of a source is learnt from. */
const DAYS = 14;
/** Fewer days say nothing yet: one outage would count as a habit. */
const LEAST_DAYS = 3;

/** What was seen of one source's arrivals. */
export interface ArrivalRecord {
  readonly lastRecordedAt: Instant;
  /** Longest pause that ended on each of the newest days with arrivals, oldest day first. */
  readonly days: readonly { readonly day: Day; readonly longestPauseSeconds: number }[];
}

/** Takes an arrival in; the record itself when it is not newer. */
export function observeArrival(
  record: ArrivalRecord | undefined,
  lastRecordedAt: Instant,
): ArrivalRecord {
  if (record === undefined) return { lastRecordedAt, days: [] };
  const pause = (Date.parse(lastRecordedAt) - Date.parse(record.lastRecordedAt)) / 1000;
  if (!(pause > 0)) return record;
  const day = dayOfInstant(lastRecordedAt);
  const today = record.days.find((each) => each.day === day);
  const longestPauseSeconds = Math.max(Math.round(pause), today?.longestPauseSeconds ?? 0);
  const others = record.days.filter((each) => each.day !== day);
  return { lastRecordedAt, days: [...others, { day, longestPauseSeconds }].slice(-DAYS) };
}

/** Median of the longest pauses of the last 14 days, in seconds; null: too few days. */
export function usualPauseSeconds(record: ArrivalRecord | undefined): number | null {
  const pauses = (record?.days ?? [])
    .map(({ longestPauseSeconds }) => longestPauseSeconds)
    .toSorted((a, b) => a - b);
  if (pauses.length < LEAST_DAYS) return null;
  const [low, high] = [pauses[(pauses.length - 1) >> 1], pauses[pauses.length >> 1]];
  return Math.round(((low ?? 0) + (high ?? 0)) / 2);
}
