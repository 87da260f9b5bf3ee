import { type FxTable } from '../domain/index.js';

/** An FX table as known at a moment. */
export interface FxTableView extends FxTable {
  /** Version of its stream: its `ETag`. */
  readonly version: bigint;
  /** Recorded time, RFC 3339. */
  readonly createdAt: string;
  readonly changedAt: string;
}
