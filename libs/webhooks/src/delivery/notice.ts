import { type OutboxMessage } from '../domain/message.js';
import { newId } from '../ids.js';
import { type ClaimedDelivery } from '../storage/claim.js';

/** What the other endpoints are told when one has failed. */
export function noticeOf(
  type: 'endpoint.disabled' | 'message.exhausted',
  { endpointId, messageId, deliveryId }: ClaimedDelivery,
  reason: string,
  at: Date,
): OutboxMessage {
  return {
    // One notice per delivery and type, whoever records it.
    messageId: newId('msg', [type, deliveryId].join('\n')),
    type,
    severity: null,
    alertId: null,
    revision: null,
    commitmentId: null,
    body: JSON.stringify({
      type,
      timestamp: at.toISOString(),
      data: { endpointId, messageId, deliveryId, reason },
    }),
  };
}
