import { dayNumber } from '@app/calendar';
import { type DayFacts } from './facts.js';

/** Sums over half-open ranges of day numbers, in O(log n) each. */
export interface SpendIndex {
  countedE18(start: number, end: number): bigint;
  /** Without upfront purchases. */
  flowE18(start: number, end: number): bigint;
}

/** `days` ascending, as Facts have them. */
export function indexSpend(days: readonly DayFacts[]): SpendIndex {
  const numbers = days.map(({ day }) => dayNumber(day));
  const counted = prefixSums(days.map(({ countedE18 }) => countedE18));
  const flow = prefixSums(days.map(({ flowE18 }) => flowE18));
  const between = (sums: readonly bigint[], start: number, end: number): bigint =>
    end <= start ? 0n : at(sums, lowerBound(numbers, end)) - at(sums, lowerBound(numbers, start));
  return {
    countedE18: (start, end) => between(counted, start, end),
    flowE18: (start, end) => between(flow, start, end),
  };
}

function prefixSums(values: readonly bigint[]): bigint[] {
  let sum = 0n;
  return [0n, ...values.map((value) => (sum += value))];
}

function at(sums: readonly bigint[], index: number): bigint {
  return sums[index] ?? 0n;
}

/** How many of the ascending `numbers` lie below `limit`. */
function lowerBound(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
