import { type SkuPrices } from '@app/pricing/domain';
import { type SeriesAttributes } from '@app/usage-ledger/domain';
import { type Bucket } from './bucket.js';
import { type LineSegment } from './commitment-plan.js';
import { type DaySums } from './day-sums.js';
import { type Verdict } from './judge-line.js';

/** Amounts of one series under one verdict and rate. */
export interface Lane {
  readonly rateE10: bigint;
  /** Metered usage of days for which its account has billed lines. */
  readonly superseded: boolean;
  readonly bucket: Bucket;
  /** Null where nobody asks for single series: lines outside the contract. */
  readonly days: DaySums | null;
}

/** One series as one line segment judges it. */
export interface SeriesSegment {
  readonly plan: LineSegment;
  readonly verdict: Verdict;
  /** Ids of the commitments that share the line (EXCLUSIVE), else ''. */
  readonly pool: string;
  readonly prices: SkuPrices | null;
  readonly lanes: Lane[];
}

/** Sum of one cell, where its worth is no linear function of its parts. */
export interface CellTotal {
  readonly startDay: number;
  readonly endDay: number;
  /** How many closes were over when it was recorded. */
  readonly lateness: number;
  sumE18: bigint;
  /** What the sum was worth when it was last counted, and the lane it stands in. */
  worthE18: bigint;
  /** What it would cost at list beyond that. */
  discountE18: bigint;
  lane: Lane | null;
}

/** One series of usage in one commitment. */
export interface SeriesState {
  readonly digest: string;
  readonly line: SeriesAttributes;
  readonly segments: (SeriesSegment | undefined)[];
  /** Metered quantities by charge start day, of cells of one day that nothing else bears on. */
  readonly quantities: DaySums;
  /** By start day, length and lateness. */
  readonly totals: Map<number, CellTotal>;
}

const LONGEST_DAYS = 4_096;
const ALL_DAYS = 2 ** 24;

/** The total of a cell's days; a new one is empty. */
export function cellTotal(
  { totals }: SeriesState,
  startDay: number,
  endDay: number,
  lateness: number,
): CellTotal {
  const key = (lateness * ALL_DAYS + startDay) * LONGEST_DAYS + (endDay - startDay);
  let total = totals.get(key);
  if (total === undefined) {
    total = { startDay, endDay, lateness, sumE18: 0n, worthE18: 0n, discountE18: 0n, lane: null };
    totals.set(key, total);
  }
  return total;
}
