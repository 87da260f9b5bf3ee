import { type PoolClient } from 'pg';
import { type EndpointSettings } from '../domain/endpoint.events.js';
import { type MessageType } from '../domain/message.js';
import { type ClaimedDelivery } from './claim.js';
import { type EndpointSecrets } from './endpoint-secrets.js';

/** All that is needed to send a delivery. */
export interface OutboundDelivery {
  readonly url: string;
  readonly type: MessageType;
  readonly body: Buffer;
  readonly ownHeaders: Readonly<Record<string, string>>;
  /** Newest first. */
  readonly keys: readonly string[];
}

interface OutboundRow {
  readonly url: string;
  readonly settings: EndpointSettings;
  readonly headers_key_id: string | null;
  readonly headers_sealed: Buffer | null;
  readonly type: MessageType;
  readonly body: string;
}

/** Reads address, bytes and live keys of a claimed delivery, as they are at this attempt. */
export async function readOutbound(
  client: Pick<PoolClient, 'query'>,
  secrets: EndpointSecrets,
  { endpointId, messageId }: ClaimedDelivery,
): Promise<OutboundDelivery> {
  const { rows } = await client.query<OutboundRow>(
    `select e.url, e.settings, e.headers_key_id, e.headers_sealed, m.type, m.body
     from webhook_endpoint e, webhook_message m where e.endpoint_id = $1 and m.message_id = $2`,
    [endpointId, messageId],
  );
  const [row] = rows;
  if (row === undefined)
    throw new Error(`delivery of ${messageId} to ${endpointId} has no message`);
  return {
    url: row.url,
    type: row.type,
    body: Buffer.from(row.body, 'utf8'),
    ownHeaders: secrets.openHeaders(endpointId, row.headers_key_id, row.headers_sealed),
    keys: await secrets.liveKeys(client, endpointId, row.settings.signatures),
  };
}
