/** The key's id is taken by a key of another content. */
export class ApiKeyExistsError extends Error {
  readonly code = 'already-exists';

  constructor(keyId: string) {
    super(`api key ${keyId} exists`);
  }
}

export class ApiKeyNotFoundError extends Error {
  readonly code = 'api-key-not-found';

  constructor(keyId: string) {
    super(`there is no api key ${keyId}`);
  }
}

/** A key must expire after now and within ten years. */
export class KeyExpiryInvalidError extends Error {
  readonly code = 'key-expiry-invalid';
  readonly pointer = '/expiresAt';

  constructor(expiresAt: string) {
    super(`${expiresAt} is not within the next ten years`);
  }
}
