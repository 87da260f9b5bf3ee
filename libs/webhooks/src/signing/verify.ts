import { createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto';
import { secretBytes } from './secret.js';

export interface VerifyInput {
  /** Names in any case; a repeated header as Node joins it. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The bytes as they came: parsing and printing them again breaks the signature. */
  readonly rawBody: Buffer | string;
  /** `whsec_…` or `whpk_…`; any of them may have signed. */
  readonly keys: readonly string[];
  readonly now: Date;
  readonly toleranceSeconds?: number;
}

/** A request that did not come from the ledger, or came too late. */
export class WebhookUnverifiedError extends Error {
  readonly code = 'webhook-unverified';
}

const TOLERANCE_SECONDS = 300;
/** DER of an Ed25519 public key up to its 32 bytes (RFC 8410). */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * The verified `webhook-id`: drop what you have seen, answer 2xx, then work.
 *
 * @throws WebhookUnverifiedError
 * @throws WebhookSecretInvalidError when a key is not one
 */
export function verifyWebhook(input: VerifyInput): string {
  const { keys, now, toleranceSeconds = TOLERANCE_SECONDS } = input;
  const headers = lowerCase(input.headers);
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map(
    (name) => headers.get(`webhook-${name}`) ?? '',
  ) as [string, string, string];
  if (id === '' || signatures === '') throw new WebhookUnverifiedError('a header is missing');
  if (!/^\d{1,12}$/.test(timestamp)) throw new WebhookUnverifiedError('the time is not a number');
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > toleranceSeconds) {
    throw new WebhookUnverifiedError('the time is too far from now');
  }
  const content = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), Buffer.from(input.rawBody)]);
  const checks = keys.map((key) => checkOf(key, content));
  const tokens = signatures.split(' ').map((token) => token.split(','));
  const verified = tokens.some(([version, signature = '']) =>
    checks.some((check) => check.version === version && check.fits(signature)),
  );
  if (!verified) throw new WebhookUnverifiedError('no signature fits');
  return id;
}

interface SignatureCheck {
  readonly version: 'v1' | 'v1a';
  fits(signature: string): boolean;
}

function checkOf(key: string, content: Buffer): SignatureCheck {
  if (key.startsWith('whpk_')) {
    const bytes = Buffer.from(key.slice('whpk_'.length), 'base64');
    const publicKey = createPublicKey({
      key: Buffer.concat([SPKI_HEAD, bytes]),
      format: 'der',
      type: 'spki',
    });
    const fits = (signature: string): boolean =>
      verify(null, content, publicKey, Buffer.from(signature, 'base64'));
    return { version: 'v1a', fits };
  }
  const expected = Buffer.from(
    createHmac('sha256', secretBytes(key)).update(content).digest('base64'),
  );
  return {
    version: 'v1',
    fits(signature) {
      const given = Buffer.from(signature);
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
  };
}

function lowerCase(headers: VerifyInput['headers']): Map<string, string> {
  return new Map(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      typeof value === 'string' ? value : (value ?? []).join(', '),
    ]),
  );
}
