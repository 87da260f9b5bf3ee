import { floorDay, type Instant9, parseInstant, type UsageEvent } from '@app/wire';

const DAY_SECONDS = 86_400;
const MEMO_AT_MOST = 10_000;
const memo = new Map<string, Instant9>();

/** Microseconds since 1970 of the usage's start; exact up to the year 2255. */
export function occurredUs({ data }: UsageEvent): number {
  const { seconds, nanos } = instantOf(data.chargePeriodStart);
  return seconds * 1_000_000 + Math.floor(nanos / 1_000);
}

/**
 * Day number that the charge reaches (its end rounded down), for `Usage` lines of at most a day:
 * longer ones, fees and taxes say nothing of how complete the days are.
 */
export function chargeEndDay({ data }: UsageEvent): number | null {
  if (data.chargeCategory !== 'Usage') return null;
  const start = instantOf(data.chargePeriodStart);
  if (data.chargePeriodEnd === undefined) return floorDay(start);
  const end = instantOf(data.chargePeriodEnd);
  const length = end.seconds - start.seconds;
  const withinADay = length < DAY_SECONDS || (length === DAY_SECONDS && end.nanos <= start.nanos);
  return withinADay ? floorDay(end) : null;
}

/** Usage comes by the hour: the same few instants are read again and again. */
function instantOf(text: string): Instant9 {
  const known = memo.get(text);
  if (known !== undefined) return known;
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(`not a validated event: ${text}`);
  if (memo.size >= MEMO_AT_MOST) memo.clear();
  memo.set(text, instant);
  return instant;
}
