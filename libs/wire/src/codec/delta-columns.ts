export const DELTA_FORMAT = 1;
/** Column ids of delta body format 1. */
export const DELTA_COLUMN = {
  series: 1,
  days: 2,
  events: 3,
  masks: 4,
  firstSum: 5,
  sources: 10,
} as const;
export const DELTA_COLUMNS: ReadonlySet<number> = new Set(
  Array.from({ length: 10 }, (_, i) => i + 1),
);
/** A delta is smaller than its segment's events; this bounds what a reader decompresses. */
export const LARGEST_DELTA_BYTES = 64 * 2 ** 20;
