/** Circuit breaker of one endpoint. */
export interface Breaker {
  /** Failures in a row. */
  readonly failures: number;
  /** How long it was open the last time; 0: it was not open since the last success. */
  readonly openSeconds: number;
}

const FAILURES_IN_A_ROW = 5;
const FIRST_SECONDS = 30;
const LONGEST_SECONDS = 15 * 60;
/** A receiver may ask for more than the breaker takes by itself, but not for ever. */
const MOST_ASKED_SECONDS = 2 * 3600;
/** Overloaded, or a gateway without a server behind it: one is enough. */
const OVERLOADED: readonly number[] = [429, 502, 504];

export const CLOSED: Breaker = { failures: 0, openSeconds: 0 };

/**
 * The breaker after a failed attempt; `openSeconds` of the answer counts from now, 0 = stays closed.
 * A failed probe after an opening opens it again, for twice as long, up to 15 minutes.
 */
export function afterFailure(
  before: Breaker,
  status: number | null,
  retryAfterSeconds: number | null,
): Breaker {
  const failures = before.failures + 1;
  const trips =
    before.openSeconds > 0 ||
    failures >= FAILURES_IN_A_ROW ||
    (status !== null && OVERLOADED.includes(status));
  if (!trips) return { failures, openSeconds: 0 };
  const doubled = Math.min(Math.max(FIRST_SECONDS, before.openSeconds * 2), LONGEST_SECONDS);
  const asked =
    retryAfterSeconds === null ? doubled : Math.min(retryAfterSeconds, MOST_ASKED_SECONDS);
  return { failures, openSeconds: asked };
}
