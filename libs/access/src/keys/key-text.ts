import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { KeyEnvironment } from '../domain/api-key.events.js';
import { bytesToBase62, toBase62 } from './base62.js';

/** `cl_<environment>_<id 12>_<secret 43><crc32 6>`, all in base 62. */
const FORM = /^cl_(live|test|dev)_([0-9A-Za-z]{12})_[0-9A-Za-z]{43}([0-9A-Za-z]{6})$/;

export interface KeyName {
  readonly environment: KeyEnvironment;
  readonly keyId: string;
}

const checksum = (body: string): string => toBase62(BigInt(crc32(body)), 6);

/** The id of a new key; the same `seed` names the same key, none a random one. */
export function makeKeyId(seed?: string): string {
  const bytes = seed === undefined ? randomBytes(16) : createHash('sha256').update(seed).digest();
  return bytesToBase62(bytes, 12);
}

/** The text of a new key: 256 random bits, and a checksum that makes typing errors and leaks show. */
export function makeKeyText(environment: KeyEnvironment, keyId: string): string {
  const body = `cl_${environment}_${keyId}_${bytesToBase62(randomBytes(32), 43)}`;
  return body + checksum(body);
}

/** What a key's text names, or null when it is none: wrong shape or checksum. */
export function parseKeyText(text: string): KeyName | null {
  const [, environment, keyId, crc] = FORM.exec(text) ?? [];
  if (environment === undefined || keyId === undefined) return null;
  if (checksum(text.slice(0, -6)) !== crc) return null;
  return { environment: environment as KeyEnvironment, keyId };
}

/** What is stored of a key. Of 256 random bits a plain SHA-256 gives nothing away. */
export function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
