import type { DeltaLine } from '@app/wire';
import { cellKey, type FoldedLine } from '../domain/cell-fold.js';

/** Adds up the lines of many segments of one shard. */
export class DeltaSums {
  private readonly lines = new Map<number, FoldedLine>();

  get size(): number {
    return this.lines.size;
  }

  add(lines: readonly (DeltaLine | FoldedLine)[]): void {
    for (const { seriesNo, startDay, endDay, events, sums } of lines) {
      const key = cellKey(seriesNo, startDay, endDay);
      const known = this.lines.get(key);
      if (known === undefined) {
        this.lines.set(key, { seriesNo, startDay, endDay, events, sums: [...sums] });
        continue;
      }
      known.events += events;
      sums.forEach((sum, i) => {
        if (sum !== null) known.sums[i] = (known.sums[i] ?? 0n) + sum;
      });
    }
  }

  /** Sorted by series, start, end. */
  sorted(): FoldedLine[] {
    return [...this.lines.entries()].sort(([a], [b]) => a - b).map(([, line]) => line);
  }
}
