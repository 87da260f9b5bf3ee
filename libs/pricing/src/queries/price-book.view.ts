import { type PriceBook } from '../domain/index.js';

/** A price book as known at a moment. */
export interface PriceBookView extends PriceBook {
  /** Version of its stream: its `ETag`. */
  readonly version: bigint;
  /** Recorded time, RFC 3339. */
  readonly createdAt: string;
  readonly changedAt: string;
}

/** Where on the contract side an answer stands. */
export interface ContractSideMeta {
  /** Recorded time, RFC 3339. */
  readonly asOf: string;
  /** Position token, `-1:57`. */
  readonly position: string;
}
