/** Column ids of segment body format 1. An id is never reused for another meaning. */
export const COLUMN = {
  messages: 1,
  sources: 2,
  tiers: 3,
  epochs: 4,
  sequences: 5,
  ids: 6,
  times: 7,
  nanos: 8,
  charges: 9,
  series: 10,
  firstMeasure: 11,
  corrects: 16,
  details: 17,
  privateHashes: 18,
} as const;

export const SEGMENT_FORMAT = 1;
export const SEGMENT_COLUMNS: ReadonlySet<number> = new Set(
  Array.from({ length: 18 }, (_, i) => i + 1),
);
/** More than any batch holds; a reader refuses a larger count before it makes room for it. */
export const LARGEST_ROWS = 2 ** 20;
