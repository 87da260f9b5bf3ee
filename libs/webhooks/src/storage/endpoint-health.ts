import { type PoolClient } from 'pg';
import { afterFailure } from '../domain/breaker.js';

interface HealthRow {
  readonly breaker_failures: number;
  readonly breaker_seconds: number;
}

/** How long, and how often, an endpoint must have done nothing but fail to be switched off. */
const FAILING = { hours: 120, attempts: 10 };

/** A success closes the breaker and forgets the failures; a healthy endpoint's row is not written. */
export async function recordSuccess(client: PoolClient, endpointId: string): Promise<void> {
  await client.query(
    `update webhook_endpoint set breaker_until = '-infinity', breaker_failures = 0,
       breaker_seconds = 0, failing_since = null, failed_attempts = 0,
       concurrency = (settings->>'concurrency')::int
     where endpoint_id = $1 and (failed_attempts > 0 or breaker_seconds > 0)`,
    [endpointId],
  );
}

/** Counts a failure and opens the breaker when it is time; true: the endpoint is to be disabled. */
export async function recordFailure(
  client: PoolClient,
  endpointId: string,
  status: number | null,
  retryAfterSeconds: number | null,
): Promise<boolean> {
  // Locked before it is read, or two failures at once would count as one.
  const { rows } = await client.query<HealthRow>(
    `select breaker_failures, breaker_seconds from webhook_endpoint
     where endpoint_id = $1 for no key update`,
    [endpointId],
  );
  const [row] = rows;
  if (row === undefined) return false;
  const before = { failures: row.breaker_failures, openSeconds: row.breaker_seconds };
  const { failures, openSeconds } = afterFailure(before, status, retryAfterSeconds);
  const updated = await client.query<{ failing: boolean }>(
    `update webhook_endpoint set breaker_failures = $2, breaker_seconds = $3,
       breaker_until = case when $3 > 0 then now() + $3 * interval '1 second' else breaker_until end,
       concurrency = case when $3 > 0 then 1 else concurrency end,
       failing_since = coalesce(failing_since, now()), failed_attempts = failed_attempts + 1
     where endpoint_id = $1
     returning failing_since <= now() - $4 * interval '1 hour' and failed_attempts >= $5 as failing`,
    [endpointId, failures, openSeconds, FAILING.hours, FAILING.attempts],
  );
  return updated.rows[0]?.failing ?? false;
}
