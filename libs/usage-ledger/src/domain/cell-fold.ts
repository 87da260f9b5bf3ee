/** One event's contribution: [startDay, endDay) in day numbers and the measures it reports (E18). */
export interface EventCell {
  readonly startDay: number;
  readonly endDay: number;
  readonly measures: readonly (bigint | null)[];
}

/** Sums of one series and period inside one segment. */
export interface FoldedLine {
  readonly seriesNo: number;
  readonly startDay: number;
  readonly endDay: number;
  events: number;
  readonly sums: (bigint | null)[];
}

const DAYS = 2 ** 16;
/** Longer than the 3 years that a period may last. */
const LENGTHS = 2 ** 11;

/** One number for (series, start, end), in that order of significance. */
export function cellKey(seriesNo: number, startDay: number, endDay: number): number {
  return (seriesNo * DAYS + startDay) * LENGTHS + (endDay - startDay);
}

/** Adds events up to lines; the result does not depend on their order. */
export class CellFold {
  private readonly lines = new Map<number, FoldedLine>();

  get size(): number {
    return this.lines.size;
  }

  add(seriesNo: number, { startDay, endDay, measures }: EventCell): void {
    const key = cellKey(seriesNo, startDay, endDay);
    const line = this.lines.get(key);
    if (line === undefined) {
      this.lines.set(key, { seriesNo, startDay, endDay, events: 1, sums: [...measures] });
      return;
    }
    line.events += 1;
    for (let i = 0; i < measures.length; i += 1) {
      const measure = measures[i] ?? null;
      if (measure !== null) line.sums[i] = (line.sums[i] ?? 0n) + measure;
    }
  }

  /** Sorted by series, start, end. */
  sorted(): FoldedLine[] {
    return [...this.lines.entries()].sort(([a], [b]) => a - b).map(([, line]) => line);
  }
}
