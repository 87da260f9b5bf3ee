/** Who asks, and under which promises. */
export interface CommandContext {
  /** Principal that the audit trail names. */
  readonly actor: string;
  /** The same key and body replays the answer; another body is refused. */
  readonly idempotencyKey?: string | undefined;
  /** Digest of the request body that the key is bound to. */
  readonly bodyHash?: string | undefined;
  /** Version that the caller saw (`If-Match`); absent: whatever is current. */
  readonly expectedVersion?: bigint | undefined;
  /** Decide and answer what would change, record nothing. */
  readonly dryRun?: boolean | undefined;
}

/** What every command answers. */
export interface CommandAnswer {
  /** Version of the stream after the command: its `ETag`. */
  readonly version: bigint;
  /** Position token of the write (`-1:57`): header `Ledger-Position`. */
  readonly position: string;
  /** True when an earlier answer was replayed under the same idempotency key. */
  readonly replayed: boolean;
}
