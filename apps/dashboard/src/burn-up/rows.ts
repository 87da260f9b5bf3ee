import { dayNumber } from '@app/calendar';
import { formatE18, parseE18 } from '@app/money';

import { type SeriesPoint } from '../api/answers.js';

/** One interval of the burn-up; amounts are running totals of the term at its end. */
export interface Row {
  readonly point: SeriesPoint;
  /** Day number of the exclusive end: where the totals stand on the axis. */
  readonly at: number;
  readonly startsAt: number;
  readonly countedE18: bigint | null;
  readonly requiredE18: bigint;
  readonly paceE18: bigint;
  /** Counted less pace, canonical decimal; null where nothing is recorded yet. */
  readonly variance: string | null;
}

export function rowsOf(points: readonly SeriesPoint[]): Row[] {
  return points.map((point) => {
    const countedE18 = point.counted === null ? null : parseE18(point.counted);
    const paceE18 = parseE18(point.pace);
    return {
      point,
      at: dayNumber(point.end),
      startsAt: dayNumber(point.day),
      countedE18,
      requiredE18: parseE18(point.required),
      paceE18,
      variance: countedE18 === null ? null : formatE18(countedE18 - paceE18),
    };
  });
}

/** Index of the newest row with something counted, before or at the day where data is complete. */
export function latestIndex(rows: readonly Row[], watermark: string | null): number {
  const complete = watermark === null ? Infinity : dayNumber(watermark);
  const index = rows.findLastIndex((row) => row.countedE18 !== null && row.at <= complete);
  return index >= 0
    ? index
    : Math.max(
        0,
        rows.findLastIndex((row) => row.countedE18 !== null),
      );
}
