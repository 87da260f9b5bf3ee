import { signatureHeader } from '../signing/sign.js';
import { type ClaimedDelivery } from '../storage/claim.js';
import { type OutboundDelivery } from '../storage/outbound.reader.js';

const PRODUCT = 'commitment-ledger-webhooks/1.0';
/** Own headers may hold credentials: the log keeps their names only. */
const HIDDEN = '***';

/** Headers of one attempt; `at` is the moment of this attempt, not of the message. */
export function headersOf(
  { messageId, attempts }: ClaimedDelivery,
  { ownHeaders, keys, body }: OutboundDelivery,
  at: Date,
): Record<string, string> {
  const timestamp = Math.floor(at.getTime() / 1000);
  return {
    ...ownHeaders,
    'content-type': 'application/json',
    'user-agent': PRODUCT,
    'webhook-id': messageId,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatureHeader(keys, messageId, timestamp, body),
    'webhook-attempt': String(attempts),
  };
}

/** What of the headers may be kept. */
export function loggedHeaders(
  headers: Readonly<Record<string, string>>,
  { ownHeaders }: OutboundDelivery,
): Record<string, string> {
  const hidden = Object.keys(ownHeaders).map((name) => [name, HIDDEN]);
  return { ...headers, ...(Object.fromEntries(hidden) as Record<string, string>) };
}
