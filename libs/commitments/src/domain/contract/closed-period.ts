import { type Money } from '../terms/terms.js';

/** `{shard: seq}`: the ledger position up to which usage was known. */
export type LedgerVector = Readonly<Record<string, string>>;

/** A settled period: the position of its close and what was recorded since. */
export interface ClosedPeriod {
  readonly index: number;
  /** RFC 3339 UTC instant of the close. */
  readonly closedAt: string;
  /** Usage recorded up to here belongs to the period. */
  readonly position: LedgerVector;
  /** The watermark had not reached the period's end. */
  readonly incomplete: boolean;
  /** Counted spend of the next period moved into this one. */
  readonly cured: Money;
  readonly paid: readonly { readonly amount: Money; readonly paidOn: string }[];
}
