import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { WebhookSecretInvalidError } from '../domain/endpoint.errors.js';

const SYMMETRIC = /^(?:whsec_)?([A-Za-z0-9+/]+={0,2})$/;
const [LEAST_BYTES, MOST_BYTES, OWN_BYTES] = [24, 64, 32];
const SEED_BYTES = 32;
/** DER of an Ed25519 private key up to its 32-byte seed (RFC 8410). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A fresh `whsec_…` of 256 random bits. */
export function newSecret(): string {
  return `whsec_${randomBytes(OWN_BYTES).toString('base64')}`;
}

/** A fresh `whsk_…`: base64 of seed and public key of an Ed25519 pair. */
export function newSigningKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  const { d, x } = privateKey.export({ format: 'jwk' });
  const bytes = [d, x].map((part) => Buffer.from(part ?? '', 'base64url'));
  return `whsk_${Buffer.concat(bytes).toString('base64')}`;
}

/** `whpk_…`: what a receiver needs to verify `v1a` signatures of a `whsk_…`. */
export function publicKeyOf(signingKey: string): string {
  return `whpk_${signingKeyBytes(signingKey).subarray(SEED_BYTES).toString('base64')}`;
}

/**
 * Key of `v1`: base64 of 24 to 64 bytes, after `whsec_` or bare.
 *
 * @throws WebhookSecretInvalidError
 */
export function secretBytes(secret: string): Buffer {
  const bytes = Buffer.from(SYMMETRIC.exec(secret)?.[1] ?? '', 'base64');
  if (bytes.length < LEAST_BYTES || bytes.length > MOST_BYTES) {
    throw new WebhookSecretInvalidError();
  }
  return bytes;
}

/** A secret that somebody brings along, with its prefix. @throws WebhookSecretInvalidError */
export function normalSecret(secret: string): string {
  return `whsec_${secretBytes(secret).toString('base64')}`;
}

/** Key of `v1a`. @throws WebhookSecretInvalidError */
export function privateKeyOf(signingKey: string): KeyObject {
  const seed = signingKeyBytes(signingKey).subarray(0, SEED_BYTES);
  return createPrivateKey({
    key: Buffer.concat([PKCS8_HEAD, seed]),
    format: 'der',
    type: 'pkcs8',
  });
}

function signingKeyBytes(signingKey: string): Buffer {
  const bytes = Buffer.from(signingKey.replace(/^whsk_/, ''), 'base64');
  if (!signingKey.startsWith('whsk_') || bytes.length !== 2 * SEED_BYTES) {
    throw new WebhookSecretInvalidError();
  }
  return bytes;
}
