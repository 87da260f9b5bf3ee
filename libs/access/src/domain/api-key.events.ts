import type { Role } from './roles.js';

export type KeyEnvironment = 'live' | 'test' | 'dev';

/** A key was made; its text is not here, only its digest. */
export interface ApiKeyIssued {
  readonly type: 'ApiKeyIssued';
  readonly keyId: string;
  readonly name: string;
  readonly principal: string;
  readonly roles: readonly Role[];
  readonly environment: KeyEnvironment;
  readonly sourcePrefixes: readonly string[];
  /** SHA-256 of the key's text, hexadecimal. */
  readonly digest: string;
  /** RFC 3339. */
  readonly expiresAt: string;
}

export interface ApiKeyRevoked {
  readonly type: 'ApiKeyRevoked';
  readonly keyId: string;
}

export type ApiKeyEvent = ApiKeyIssued | ApiKeyRevoked;
