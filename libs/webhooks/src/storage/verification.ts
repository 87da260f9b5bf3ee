import { type PoolClient } from 'pg';
import { newId } from '../ids.js';
import { type Outbox } from './outbox.js';

/**
 * Asks the notifier to prove that the endpoint answers; earlier requests that are still open fall
 * away with the url or the moment they were made for.
 *
 * @param at RFC 3339
 */
export async function requestVerification(
  client: PoolClient,
  outbox: Outbox,
  endpointId: string,
  at: string,
): Promise<void> {
  await client.query(
    `update webhook_delivery d set state = 'canceled', ended_at = now()
     from webhook_message m
     where m.message_id = d.message_id and m.type = 'endpoint.verification'
       and d.endpoint_id = $1 and d.state in ('pending', 'leased')`,
    [endpointId],
  );
  const type = 'endpoint.verification';
  await outbox.enqueueTo(
    client,
    {
      messageId: newId('msg'),
      type,
      severity: null,
      alertId: null,
      revision: null,
      commitmentId: null,
      body: JSON.stringify({ type, timestamp: at, data: { endpointId } }),
    },
    endpointId,
  );
}
