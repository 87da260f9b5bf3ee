import { parseInstant } from './instant.js';
import { LIMITS } from './limits.js';
import { type Fault, fault } from './reason-codes.js';
import { type UsageEvent } from './usage-event.js';

const HOUR_SECONDS = 3600;
const USAGE_SECONDS = LIMITS.futureUsageHours * HOUR_SECONDS;
const PLANNED_SECONDS = LIMITS.futurePlannedDays * 24 * HOUR_SECONDS;
const PLANNED = new Set(['Purchase', 'Credit', 'Tax']);

/**
 * Usage may begin at most 48 hours after now, purchases, credits and taxes at most 400 days; nor may
 * an event claim to be emitted more than 48 hours after now.
 */
export function checkFuture(event: UsageEvent, now: Date): Fault | undefined {
  const { chargePeriodStart, chargeCategory } = event.data;
  const nowSeconds = now.getTime() / 1000;
  const limit = nowSeconds + (PLANNED.has(chargeCategory) ? PLANNED_SECONDS : USAGE_SECONDS);
  if (secondsOf(chargePeriodStart) > limit) {
    return fault('time-too-late', '/data/chargePeriodStart', chargePeriodStart);
  }
  if (event.time !== undefined && secondsOf(event.time) > nowSeconds + USAGE_SECONDS) {
    return fault('time-too-late', '/time', event.time);
  }
  return undefined;
}

function secondsOf(text: string): number {
  const instant = parseInstant(text);
  return instant === undefined ? Number.NaN : instant.seconds + instant.nanos / 1e9;
}
