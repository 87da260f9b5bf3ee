import { type Day } from '@app/calendar';

/** Which state is asked for: two clocks, and a position that the answer must have reached. */
export interface ReadAddress {
  /** Recorded time, RFC 3339: what was known then. Absent: now. */
  readonly asOf?: string | undefined;
  /** Usage day, exclusive. Absent: no cut. */
  readonly through?: Day | undefined;
  /** Position token of a write that the answer must include. */
  readonly minPosition?: string | undefined;
  /** How long to wait for `minPosition`, 0..10000. Default 2000. */
  readonly waitMs?: number | undefined;
}

/** One slice of a list: the rows after a key, in key order. */
export interface ListSlice {
  /** 1..1000 */
  readonly limit: number;
  /** Key of the last row of the slice before: the `next` of its answer. */
  readonly after?: string | undefined;
}

/** A slice of a list; `next` is the key to go on after, null on the last slice. */
export interface ListAnswer<Row, Meta> {
  readonly data: Row[];
  readonly next: string | null;
  readonly meta: Meta;
}

/** Key to go on after; null when the slice was not full. */
export function nextKey(keys: readonly string[], { limit }: ListSlice): string | null {
  return keys.length < limit ? null : (keys.at(-1) ?? null);
}
