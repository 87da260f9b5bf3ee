/** Who gives a command, and under which key a repeat of it is known. */
export interface CommandContext {
  readonly actor: string;
  readonly idempotencyKey?: string | undefined;
  readonly bodyHash?: string | undefined;
  /** Version that the caller has seen (If-Match). */
  readonly expectedVersion?: bigint | undefined;
}
