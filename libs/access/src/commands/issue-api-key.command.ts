import { Command } from '@nestjs/cqrs';
import type { KeyEnvironment } from '../domain/api-key.events.js';
import type { Role } from '../domain/roles.js';
import type { ApiKeyRecord } from '../storage/api-key.store.js';

export interface NewApiKey {
  readonly name: string;
  readonly principal: string;
  readonly roles: readonly Role[];
  readonly environment: KeyEnvironment;
  readonly sourcePrefixes: readonly string[];
  /** RFC 3339; absent: in 365 days. */
  readonly expiresAt?: string | undefined;
}

export interface IssuedApiKey extends Omit<ApiKeyRecord, 'digest' | 'revokedAt'> {
  /** The key itself; null when the request was a repeat: it is shown once. */
  readonly key: string | null;
  readonly position: bigint;
}

/** Makes a key for a principal. */
export class IssueApiKeyCommand extends Command<IssuedApiKey> {
  constructor(
    readonly newKey: NewApiKey,
    readonly actor: string,
    readonly idempotencyKey?: string,
    readonly bodyHash?: string,
  ) {
    super();
  }
}
