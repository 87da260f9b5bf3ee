import { type PoolClient } from 'pg';
import { type OutboundResult } from '../outbound/sender.js';
import { type ClaimedDelivery } from './claim.js';

/** What becomes of a delivery after an attempt. */
export interface Settlement {
  readonly state: 'delivered' | 'pending' | 'dead' | 'held';
  /** Seconds until the next try; only for `pending`. */
  readonly pauseSeconds: number;
}

export interface SentAttempt {
  readonly claimed: ClaimedDelivery;
  readonly startedAt: Date;
  /** Without credentials. */
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly result: OutboundResult;
}

/**
 * Records an attempt. Only the holder of the lease decides what becomes of the delivery; of a worker
 * that came too late the attempt alone is kept. False: too late.
 */
export async function settle(
  client: PoolClient,
  attempt: SentAttempt,
  { state, pauseSeconds }: Settlement,
): Promise<boolean> {
  const { claimed, result } = attempt;
  const { rowCount } = await client.query(
    `update webhook_delivery set state = $3, lease_token = null, lease_until = null,
       last_status = $4, last_error = $5,
       next_attempt_at = case when $3 = 'pending' then now() + $6 * interval '1 second'
         else next_attempt_at end,
       ended_at = case when $3 in ('delivered', 'dead') then now() end
     where delivery_id = $1 and lease_token = $2 and state = 'leased'`,
    [claimed.deliveryId, claimed.leaseToken, state, result.status, result.failure, pauseSeconds],
  );
  const refused = rowCount !== 1;
  await logAttempt(client, attempt, refused);
  return !refused;
}

/** A delivery whose tries are used up, though nobody could record them: it kills its workers. */
export async function giveUp(client: PoolClient, claimed: ClaimedDelivery): Promise<boolean> {
  const { rowCount } = await client.query(
    `update webhook_delivery set state = 'dead', last_error = 'exhausted', ended_at = now(),
       lease_token = null, lease_until = null
     where delivery_id = $1 and lease_token = $2 and state = 'leased'`,
    [claimed.deliveryId, claimed.leaseToken],
  );
  return rowCount === 1;
}

async function logAttempt(
  client: PoolClient,
  { claimed, startedAt, requestHeaders, result }: SentAttempt,
  refused: boolean,
): Promise<void> {
  await client.query(
    `insert into webhook_attempt (delivery_id, attempt, started_at, duration_ms, address, status,
       error, request_headers, response_headers, response_body, refused)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      claimed.deliveryId,
      claimed.attempts,
      startedAt.toISOString(),
      result.durationMs,
      result.address,
      result.status,
      result.failure,
      JSON.stringify(requestHeaders),
      JSON.stringify(result.responseHeaders).replaceAll('\\u0000', ''),
      result.responseBody,
      refused,
    ],
  );
}
