import type { ApiKeyRecord, IssuedApiKey } from '@app/access';
import type { ApiKey, ApiKeyIssuedAnswer } from '@app/wire';
import { Answer } from '../request/answer.js';

/** A repeat was replayed: its answer has no key, which is shown once. */
export function issuedAnswer({
  position,
  key,
  ...issued
}: IssuedApiKey): Answer<ApiKeyIssuedAnswer> {
  const body = { ...shown({ ...issued, revokedAt: null }), key };
  return new Answer(body, { position: `-1:${position.toString()}`, replayed: key === null });
}

/** Rows of a list and the key to go on after. */
export function apiKeyRows(
  keys: readonly ApiKeyRecord[],
  limit: number,
): { data: ApiKey[]; next: string | null } {
  const next = keys.length === limit ? (keys.at(-1)?.keyId ?? null) : null;
  return { data: keys.map(shown), next };
}

function shown(key: Omit<ApiKeyRecord, 'digest'>): ApiKey {
  return {
    keyId: key.keyId,
    name: key.name,
    principal: key.principal,
    roles: [...key.roles],
    environment: key.environment,
    sourcePrefixes: [...key.sourcePrefixes],
    createdAt: key.createdAt,
    expiresAt: key.expiresAt,
    revokedAt: key.revokedAt,
  };
}
