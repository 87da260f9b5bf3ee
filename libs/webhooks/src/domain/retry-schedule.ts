const [MINUTE, HOUR] = [60, 3600];

/** Pause before try 1, 2, … 13, in seconds: 75 h 42 min in all. */
const PAUSES = [
  0,
  5,
  30,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
  12 * HOUR,
  24 * HOUR,
  24 * HOUR,
] as const;

export const MAX_ATTEMPTS = PAUSES.length;
/** Tries of an endpoint's verification; after them a new one must be asked for. */
export const MAX_VERIFICATION_ATTEMPTS = 5;
/** A receiver's Retry-After is honoured up to this much beyond the pause of the schedule. */
const MOST_EXTRA_SECONDS = 2 * HOUR;

/**
 * Seconds until the next try after `attempts` tries, or null when none is left.
 *
 * @param retryAfterSeconds what the receiver asked for with a 429 or 503; null: nothing
 * @param random uniform in [0, 1). Jitter is × 0.8-1.2, and with Retry-After × 1.0-1.2, so that it
 *   never dips below what was asked
 */
export function pauseSeconds(
  attempts: number,
  retryAfterSeconds: number | null,
  random: number,
  maxAttempts: number = MAX_ATTEMPTS,
): number | null {
  const base = PAUSES[attempts];
  if (base === undefined || attempts >= maxAttempts) return null;
  if (retryAfterSeconds === null) return base * (0.8 + 0.4 * random);
  return Math.min(
    Math.max(base * (1 + 0.2 * random), retryAfterSeconds),
    base + MOST_EXTRA_SECONDS,
  );
}

/**
 * Seconds that a `Retry-After` header asks for: a count of seconds or an HTTP date (RFC 9110
 * 10.2.3); null when absent, past or unreadable.
 */
export function retryAfterSeconds(header: string | null, now: Date): number | null {
  if (header === null) return null;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const at = /^[A-Z][a-z]{2},? /.test(text) ? Date.parse(text) : Number.NaN;
  const seconds = Math.ceil((at - now.getTime()) / 1000);
  return seconds > 0 ? seconds : null;
}
