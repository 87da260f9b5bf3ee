/** Somebody else appended to the stream since it was read. */
export class VersionConflictError extends Error {
  readonly code = 'version-conflict';

  constructor(
    readonly stream: string,
    readonly expected: bigint,
    readonly actual: bigint,
  ) {
    super(`${stream} is at version ${actual.toString()}, not ${expected.toString()}`);
  }
}

/** The idempotency key was used before, with another body. */
export class IdempotencyKeyReusedError extends Error {
  readonly code = 'idempotency-key-reused';

  constructor(key: string) {
    super(`idempotency key "${key}" was used before with another body`);
  }
}

/** Another process moved this follower's checkpoint: whoever sees this must stand down. */
export class CheckpointMovedError extends Error {
  readonly code = 'checkpoint-moved';

  constructor(name: string, expected: bigint) {
    super(`checkpoint "${name}" is no longer at ${expected.toString()}`);
  }
}
