import { type PoolClient } from 'pg';

/** Waiting deliveries of an endpoint that is not active any more keep for 30 days. */
export async function holdPending(client: PoolClient, endpointId: string): Promise<void> {
  await client.query(
    `update webhook_delivery d set state = 'held', lease_token = null, lease_until = null
     from webhook_message m
     where m.message_id = d.message_id and m.type <> 'endpoint.verification'
       and d.endpoint_id = $1 and d.state = 'pending'`,
    [endpointId],
  );
}

// Oldest first: the order of `next_attempt_at` is the order of the outbox.
const RELEASE = `
  update webhook_delivery d set state = 'pending', ended_at = null,
    next_attempt_at = now() + (d.sequence - h.first) * interval '1 microsecond'
  from (select h.endpoint_id, min(h.sequence) as first
        from webhook_delivery h join webhook_endpoint e using (endpoint_id)
        where h.state = 'held' and e.state = 'active' and e.endpoint_id = coalesce($1, e.endpoint_id)
        group by h.endpoint_id) h
  where d.endpoint_id = h.endpoint_id and d.state = 'held'`;

// With `coalesce` only the newest revision of each alert is worth telling.
const COALESCE = `
  update webhook_delivery d set state = 'canceled', ended_at = now()
  from webhook_endpoint e
  where e.endpoint_id = d.endpoint_id and e.state = 'active'
    and e.endpoint_id = coalesce($1, e.endpoint_id)
    and (e.settings->>'coalesce')::boolean and d.state = 'held' and d.alert_id is not null
    and exists (select 1 from webhook_delivery n
      where n.endpoint_id = d.endpoint_id and n.alert_id = d.alert_id and n.revision > d.revision)`;

/** What was held for endpoints that are active (again) goes out; null: for all of them. */
export async function releaseHeld(
  client: Pick<PoolClient, 'query'>,
  endpointId: string | null,
): Promise<void> {
  await client.query(COALESCE, [endpointId]);
  await client.query(RELEASE, [endpointId]);
}

/** What nobody fetched in 30 days is given up, visibly; the number of deliveries that were. */
export async function expireHeld(client: Pick<PoolClient, 'query'>): Promise<number> {
  const { rowCount } = await client.query(
    `update webhook_delivery set state = 'dead', last_error = 'held-expired', ended_at = now()
     where state = 'held' and created_at < now() - interval '30 days'`,
  );
  return rowCount ?? 0;
}

/** Nothing more goes to an endpoint that is gone for good. */
export async function cancelOpen(client: PoolClient, endpointId: string): Promise<void> {
  await client.query(
    `update webhook_delivery set state = 'canceled', ended_at = now(), lease_token = null
     where endpoint_id = $1 and state in ('pending', 'leased', 'held')`,
    [endpointId],
  );
}
