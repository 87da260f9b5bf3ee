import { type PoolClient } from 'pg';
import { type EndpointSettings } from '../domain/endpoint.events.js';
import { type OutboxMessage } from '../domain/message.js';
import { isSubscribed } from '../domain/subscription.js';

/** Wakes the notifiers at commit. */
export const WAKE_CHANNEL = 'ledger_webhook_due';

interface EndpointRow {
  readonly endpoint_id: string;
  readonly state: string;
  readonly settings: EndpointSettings;
}

/** What became of a message: how many endpoints will be told now, and how many later. */
export interface Enqueued {
  /** False: the message was written before; nothing was changed. */
  readonly isNew: boolean;
  readonly pending: number;
  readonly held: number;
}

/**
 * The outbox, written in the transaction of whatever is told: one message with its final bytes, one
 * delivery per endpoint that subscribes at this moment. The id decides: a message is told once.
 */
export class Outbox {
  /** @param client of the transaction that makes the message true */
  async enqueue(client: PoolClient, message: OutboxMessage): Promise<Enqueued> {
    if (!(await this.writeMessage(client, message))) return { isNew: false, pending: 0, held: 0 };
    const endpoints = (await this.endpoints(client)).filter(({ settings }) =>
      isSubscribed(settings, message),
    );
    await this.writeDeliveries(client, message, endpoints);
    const pending = endpoints.filter(({ state }) => state === 'active').length;
    return { isNew: true, pending, held: endpoints.length - pending };
  }

  /** Tells every active endpoint but one, whatever it subscribes to: an endpoint has failed. */
  async enqueueToOthers(
    client: PoolClient,
    message: OutboxMessage,
    endpointId: string,
  ): Promise<void> {
    if (!(await this.writeMessage(client, message))) return;
    const others = (await this.endpoints(client)).filter(
      (endpoint) => endpoint.state === 'active' && endpoint.endpoint_id !== endpointId,
    );
    await this.writeDeliveries(client, message, others);
  }

  /** Tells one endpoint, whatever its state and subscription (verification, test); the delivery's id. */
  async enqueueTo(client: PoolClient, message: OutboxMessage, endpointId: string): Promise<string> {
    await this.writeMessage(client, message);
    const { rows } = await client.query<{ delivery_id: string }>(
      `insert into webhook_delivery (endpoint_id, message_id, state)
       values ($1, $2, 'pending')
       on conflict (endpoint_id, message_id, generation)
         do update set state = webhook_delivery.state
       returning delivery_id`,
      [endpointId, message.messageId],
    );
    await client.query('select pg_notify($1, $2)', [WAKE_CHANNEL, '']);
    return rows[0]?.delivery_id ?? '';
  }

  private async writeMessage(client: PoolClient, message: OutboxMessage): Promise<boolean> {
    const { rowCount } = await client.query(
      `insert into webhook_message (message_id, type, severity, alert_id, revision, commitment_id, body)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (message_id) do nothing`,
      [
        message.messageId,
        message.type,
        message.severity,
        message.alertId,
        message.revision,
        message.commitmentId,
        message.body,
      ],
    );
    return rowCount === 1;
  }

  // Key share keeps an endpoint from being deleted meanwhile and lets its state move on: what was
  // written `held` a moment too late, or too early, the notifier's sweep puts right.
  private async endpoints(client: PoolClient): Promise<EndpointRow[]> {
    const { rows } = await client.query<EndpointRow>(
      `select endpoint_id, state, settings from webhook_endpoint
       where state <> 'deleted' order by endpoint_id for key share`,
    );
    return rows;
  }

  private async writeDeliveries(
    client: PoolClient,
    { messageId, alertId, revision }: OutboxMessage,
    endpoints: readonly EndpointRow[],
  ): Promise<void> {
    if (endpoints.length === 0) return;
    await client.query(
      `insert into webhook_delivery (endpoint_id, message_id, alert_id, revision, state)
       select x.endpoint_id, $2, $3, $4, case x.state when 'active' then 'pending' else 'held' end
       from unnest($1::text[], $5::text[]) as x(endpoint_id, state)`,
      [
        endpoints.map((endpoint) => endpoint.endpoint_id),
        messageId,
        alertId,
        revision,
        endpoints.map(({ state }) => state),
      ],
    );
    await client.query('select pg_notify($1, $2)', [WAKE_CHANNEL, '']);
  }
}
