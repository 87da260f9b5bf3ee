import type { EventStore } from '@app/event-store';
import { apiKeyDecider, type IssueApiKey } from '../domain/api-key.decider.js';
import { ApiKeyExistsError } from '../domain/api-key.errors.js';
import { digestOf, parseKeyText } from '../keys/key-text.js';
import { projectApiKeys } from '../storage/api-key.projection.js';

/** The configured first key is not a key. */
export class BootstrapKeyInvalidError extends Error {
  readonly code = 'bootstrap-key-invalid';

  constructor() {
    super('BOOTSTRAP_ADMIN_KEY is not of the form cl_<live|test|dev>_<id><secret><checksum>');
  }
}

const LIFE_MS = 365 * 86_400_000;

/**
 * Registers the first key, of role admin, unless a key of its id is known: then nothing is changed,
 * so a revoked one stays revoked.
 *
 * @throws BootstrapKeyInvalidError
 */
export async function registerBootstrapKey(
  eventStore: EventStore,
  text: string,
  now: Date,
): Promise<void> {
  const name = parseKeyText(text);
  if (name === null) throw new BootstrapKeyInvalidError();
  const issue: IssueApiKey = {
    ...name,
    type: 'IssueApiKey',
    name: 'bootstrap',
    principal: 'admin',
    roles: ['admin'],
    sourcePrefixes: [],
    digest: digestOf(text).toString('hex'),
    expiresAt: new Date(now.getTime() + LIFE_MS).toISOString(),
    now: now.toISOString(),
  };
  try {
    await eventStore.execute(`api-key-${name.keyId}`, apiKeyDecider, issue, {
      actor: 'system:api',
      onAppend: projectApiKeys,
    });
  } catch (error) {
    if (!(error instanceof ApiKeyExistsError)) throw error;
  }
}
