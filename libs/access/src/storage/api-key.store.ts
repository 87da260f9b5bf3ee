import type { KeyEnvironment } from '../domain/api-key.events.js';
import type { Role } from '../domain/roles.js';

export interface ApiKeyRecord {
  readonly keyId: string;
  readonly name: string;
  readonly principal: string;
  readonly roles: readonly Role[];
  readonly environment: KeyEnvironment;
  readonly sourcePrefixes: readonly string[];
  readonly digest: Buffer;
  /** RFC 3339, as are all times here. */
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
}

/** The keys as they are now; written with the events that made them so. */
export abstract class ApiKeyStore {
  abstract find(keyId: string): Promise<ApiKeyRecord | null>;
  /** In the order of ids after `afterId`. */
  abstract list(afterId: string, limit: number): Promise<ApiKeyRecord[]>;
}
