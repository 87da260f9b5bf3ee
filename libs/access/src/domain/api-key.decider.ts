import { ApiKeyExistsError, ApiKeyNotFoundError, KeyExpiryInvalidError } from './api-key.errors.js';
import type { ApiKeyEvent, ApiKeyIssued, ApiKeyRevoked } from './api-key.events.js';
import { type ApiKeyState, evolve, initial } from './api-key.state.js';

export interface IssueApiKey extends Omit<ApiKeyIssued, 'type'> {
  readonly type: 'IssueApiKey';
  /** RFC 3339; the moment of asking. */
  readonly now: string;
}

export interface RevokeApiKey extends Omit<ApiKeyRevoked, 'type'> {
  readonly type: 'RevokeApiKey';
}

export type ApiKeyCommand = IssueApiKey | RevokeApiKey;

const TEN_YEARS_MS = 10 * 366 * 86_400_000;

function issue(state: ApiKeyState, { now, ...key }: IssueApiKey): ApiKeyEvent[] {
  if (state.issued && state.digest === key.digest) return [];
  if (state.issued) throw new ApiKeyExistsError(key.keyId);
  const lifeMs = Date.parse(key.expiresAt) - Date.parse(now);
  if (lifeMs <= 0 || lifeMs > TEN_YEARS_MS) throw new KeyExpiryInvalidError(key.expiresAt);
  return [{ ...key, type: 'ApiKeyIssued' }];
}

/**
 * @throws ApiKeyExistsError the id is taken
 * @throws ApiKeyNotFoundError nothing to revoke
 * @throws KeyExpiryInvalidError
 */
export function decide(state: ApiKeyState, command: ApiKeyCommand): ApiKeyEvent[] {
  switch (command.type) {
    case 'IssueApiKey':
      return issue(state, command);
    case 'RevokeApiKey':
      if (!state.issued) throw new ApiKeyNotFoundError(command.keyId);
      return state.revoked ? [] : [{ type: 'ApiKeyRevoked', keyId: command.keyId }];
  }
}

export const apiKeyDecider = { initial, decide, evolve };
