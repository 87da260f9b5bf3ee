/** Another writer has moved the head, or memory and database disagree: reload and go on from it. */
export class ShardMovedError extends Error {
  readonly code = 'shard-moved';

  constructor(
    readonly shard: number,
    readonly status: 'STALE' | 'OVERLAP',
    detail: unknown,
  ) {
    super(`shard ${shard}: ${status} ${JSON.stringify(detail)}`);
  }
}

/** The shard stands still until a person resumes it. */
export class ShardHaltedError extends Error {
  readonly code = 'shard-halted';

  constructor(
    readonly shard: number,
    readonly reason: string,
    /** Records below it pass once somebody resumes the shard. */
    readonly throughOffset: bigint,
  ) {
    super(`shard ${shard} is halted: ${reason}`);
  }
}
