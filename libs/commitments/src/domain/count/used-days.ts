import { type Bucket } from '../fold/bucket.js';

/** Days of `[from, to)` with an amount, ascending. */
export function usedDays(buckets: Iterable<Bucket>, from: number, to: number): number[] {
  const used = new Set<number>();
  for (const { days } of buckets) {
    const last = Math.min(to, days.end);
    for (let day = Math.max(from, days.start); day < last; day += 1) {
      if (days.at(day) !== 0n) used.add(day);
    }
  }
  return [...used].sort((a, b) => a - b);
}
