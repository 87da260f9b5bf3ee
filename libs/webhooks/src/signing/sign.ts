import { createHmac, sign } from 'node:crypto';
import { privateKeyOf, secretBytes } from './secret.js';

/**
 * Value of `webhook-signature`: one `v1,…` or `v1a,…` per live key, in the order given (newest
 * first), over the bytes `<id>.<timestamp>.<body>` (Standard Webhooks 1.0.0).
 *
 * @param keys `whsec_…` for v1, `whsk_…` for v1a
 * @param timestamp unix seconds of this attempt
 * @throws WebhookSecretInvalidError
 */
export function signatureHeader(
  keys: readonly string[],
  id: string,
  timestamp: number,
  body: Buffer,
): string {
  const content = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body]);
  return keys.map((key) => signOne(key, content)).join(' ');
}

function signOne(key: string, content: Buffer): string {
  if (key.startsWith('whsk_')) {
    return `v1a,${sign(null, content, privateKeyOf(key)).toString('base64')}`;
  }
  return `v1,${createHmac('sha256', secretBytes(key)).update(content).digest('base64')}`;
}
