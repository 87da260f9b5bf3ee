import { type PoolClient } from 'pg';
import { type Database } from '@app/platform';

/** A delivery that this worker holds until `lease_until`; only its token may record the result. */
export interface ClaimedDelivery {
  readonly deliveryId: string;
  readonly endpointId: string;
  readonly messageId: string;
  /** Counts this try already. */
  readonly attempts: number;
  readonly leaseToken: string;
}

interface ClaimedRow {
  readonly delivery_id: string;
  readonly endpoint_id: string;
  readonly message_id: string;
  readonly attempts: number;
  readonly lease_token: string;
}

const ENDPOINTS_AT_ONCE = 16;

const DUE = `(d.state = 'pending' and d.next_attempt_at <= now()
  or d.state = 'leased' and d.lease_until < now())`;

// Least recently served first; an endpoint that another worker is claiming for is passed over.
const PICK_ENDPOINTS = `
  select e.endpoint_id from webhook_endpoint e
  where e.state = 'active' and e.breaker_until <= now()
    and exists (select 1 from webhook_delivery d where d.endpoint_id = e.endpoint_id and ${DUE})
  order by e.last_claimed_at
  limit ${ENDPOINTS_AT_ONCE}
  for no key update skip locked`;

// Locks due deliveries of the endpoints locked before, oldest first, never over their concurrency:
// as one statement with PICK_ENDPOINTS it would count leases on a snapshot older than the lock.
const PICK_DELIVERIES = `
  with pick as (
    select x.delivery_id from webhook_endpoint e cross join lateral (
      select d.delivery_id from webhook_delivery d
      where d.endpoint_id = e.endpoint_id and ${DUE}
        and (e.ordering = 'none' or d.alert_id is null or not exists (
          select 1 from webhook_delivery p
          where p.endpoint_id = d.endpoint_id and p.alert_id = d.alert_id
            and p.revision < d.revision and p.state in ('pending', 'leased')))
      order by d.next_attempt_at, d.delivery_id
      limit greatest(0, e.concurrency - (
        select count(*) from webhook_delivery l
        where l.endpoint_id = e.endpoint_id and l.state = 'leased' and l.lease_until >= now()))
      for update skip locked) x
    where e.endpoint_id = any($1)),
  served as (
    update webhook_endpoint set last_claimed_at = clock_timestamp() where endpoint_id = any($1))
  update webhook_delivery d set state = 'leased', attempts = attempts + 1,
    lease_token = gen_random_uuid(), lease_until = now() + $2 * interval '1 second'
  from pick where d.delivery_id = pick.delivery_id
  returning d.delivery_id, d.endpoint_id, d.message_id, d.attempts, d.lease_token`;

// Verification is outside the claim of active endpoints: one request at a time per endpoint.
const PICK_VERIFICATIONS = `
  update webhook_delivery d set state = 'leased', attempts = attempts + 1,
    lease_token = gen_random_uuid(), lease_until = now() + $1 * interval '1 second'
  where d.delivery_id in (
    select d.delivery_id from webhook_endpoint e
    join webhook_delivery d on d.endpoint_id = e.endpoint_id
    join webhook_message m on m.message_id = d.message_id
    where e.state = 'verifying' and m.type = 'endpoint.verification' and ${DUE}
    order by d.next_attempt_at limit ${ENDPOINTS_AT_ONCE}
    for update of d skip locked)
  returning d.delivery_id, d.endpoint_id, d.message_id, d.attempts, d.lease_token`;

/** Leases what is due, a fair share per endpoint, in one READ COMMITTED transaction. */
export async function claimDeliveries(
  database: Database,
  leaseSeconds: number,
): Promise<ClaimedDelivery[]> {
  return database.transaction(async (client) => {
    const endpoints = await client.query<{ endpoint_id: string }>(PICK_ENDPOINTS);
    const ids = endpoints.rows.map((row) => row.endpoint_id);
    const claimed =
      ids.length === 0
        ? []
        : (await client.query<ClaimedRow>(PICK_DELIVERIES, [ids, leaseSeconds])).rows;
    return [...claimed, ...(await claimVerifications(client, leaseSeconds))].map(toClaimed);
  });
}

async function claimVerifications(client: PoolClient, leaseSeconds: number): Promise<ClaimedRow[]> {
  return (await client.query<ClaimedRow>(PICK_VERIFICATIONS, [leaseSeconds])).rows;
}

/** Gives a lease back unused: the worker stops before it has sent. */
export async function releaseDelivery(
  database: Database,
  { deliveryId, leaseToken }: ClaimedDelivery,
): Promise<void> {
  await database.query(
    `update webhook_delivery set state = 'pending', attempts = attempts - 1, lease_token = null,
       lease_until = null where delivery_id = $1 and lease_token = $2 and state = 'leased'`,
    [deliveryId, leaseToken],
  );
}

function toClaimed(row: ClaimedRow): ClaimedDelivery {
  return {
    deliveryId: row.delivery_id,
    endpointId: row.endpoint_id,
    messageId: row.message_id,
    attempts: row.attempts,
    leaseToken: row.lease_token,
  };
}
