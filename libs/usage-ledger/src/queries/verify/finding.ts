/** What does not hold, by kind. */
export type FindingCode =
  | 'seq-gap'
  | 'offset-gap'
  | 'time-order'
  | 'body-digest'
  | 'dictionary-digest'
  | 'quarantine-digest'
  | 'chain'
  | 'undecodable'
  | 'counts'
  | 'occurred'
  | 'counted-twice'
  | 'delta'
  | 'head'
  | 'source-state'
  | 'bucket';

/** The first thing wrong in a shard; everything before `seq` holds. */
export interface Finding {
  readonly shard: number;
  /** The segment at fault; of `head`, `source-state` and `bucket` the last one that was verified. */
  readonly seq: bigint;
  readonly code: FindingCode;
  readonly detail: string;
}

export interface ShardVerdict {
  readonly shard: number;
  readonly segments: bigint;
  readonly events: bigint;
  readonly finding: Finding | null;
}

/** Stops the verification of a shard. */
export class FindingError extends Error {
  constructor(
    readonly code: FindingCode,
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
  }
}

export function check(holds: boolean, code: FindingCode, detail: () => string): void {
  if (!holds) throw new FindingError(code, detail());
}
