/** No key, or one that is malformed, unknown, expired or revoked; never says which. */
export class UnauthenticatedError extends Error {
  readonly code = 'unauthenticated';

  constructor() {
    super('a valid key is needed: Authorization: Bearer cl_…');
  }
}

export class ForbiddenError extends Error {
  readonly code = 'forbidden';

  constructor(detail = 'the roles of this key do not admit it here') {
    super(detail);
  }
}

/** Too many wrong keys from one address. */
export class TooManyFailedLoginsError extends Error {
  readonly code = 'rate-limited';

  constructor(readonly retryAfterSeconds: number) {
    super('too many wrong keys from this address');
  }
}
