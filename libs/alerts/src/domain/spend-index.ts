import { type Day, formatDay } from '@app/calendar';
import { type DayFacts } from './facts.js';

/** Sums over half-open ranges of day numbers, in O(log n) each. */
export interface SpendIndex {
  countedE18(start: number, end: number): bigint;
  /** Without upfront purchases. */
  flowE18(start: number, end: number): bigint;
}

/** `days` ascending, as Facts have them. */
export function indexSpend(days: readonly DayFacts[]): SpendIndex {
  const counted = prefixSums(days.map(({ countedE18 }) => countedE18));
  const flow = prefixSums(days.map(({ flowE18 }) => flowE18));
  const between = (sums: readonly bigint[], start: number, end: number): bigint => {
    if (end <= start) return 0n;
    return sumBefore(sums, days, formatDay(end)) - sumBefore(sums, days, formatDay(start));
  };
  return {
    countedE18: (start, end) => between(counted, start, end),
    flowE18: (start, end) => between(flow, start, end),
  };
}

function prefixSums(values: readonly bigint[]): bigint[] {
  let sum = 0n;
  return [0n, ...values.map((value) => (sum += value))];
}

function sumBefore(sums: readonly bigint[], days: readonly DayFacts[], limit: Day): bigint {
  return sums[lowerBound(days, limit)] ?? 0n;
}

/** How many of the ascending days lie before `limit`; ISO days sort as text. */
function lowerBound(days: readonly DayFacts[], limit: Day): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle]?.day ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
