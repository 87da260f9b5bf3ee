/** The first request with this key has not been answered yet. */
export class RequestInFlightError extends Error {
  readonly code = 'request-in-flight';

  constructor(key: string) {
    super(`a request with idempotency key "${key}" is in flight`);
  }
}

/** The key was used before, with another request. */
export class IdempotencyKeyReusedError extends Error {
  readonly code = 'idempotency-key-reused';

  constructor(key: string) {
    super(`idempotency key "${key}" was used before with another request`);
  }
}
