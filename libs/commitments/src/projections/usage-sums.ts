import { type Cell, type LedgerSeries } from '@app/usage-ledger/domain';

/** A cell with the series that it belongs to. */
export interface SeriesCell {
  readonly series: LedgerSeries;
  readonly cell: Cell;
}

/** All usage sums by (series, start day, end day), added up over shards and segments. */
export class UsageSums {
  private readonly series = new Map<string, LedgerSeries>();
  private readonly cells = new Map<string, Cell>();

  addSeries(series: readonly LedgerSeries[]): void {
    for (const one of series) {
      if (!this.series.has(one.digest)) this.series.set(one.digest, one);
    }
  }

  /** Adds what is new and answers it with its series; the series must be known. */
  add(cells: readonly Cell[]): SeriesCell[] {
    return cells.map((cell) => {
      const key = `${cell.digest}${cell.startDay}:${cell.endDay}`;
      const known = this.cells.get(key);
      this.cells.set(key, known === undefined ? cell : sum(known, cell));
      return { series: this.seriesOf(cell.digest), cell };
    });
  }

  *all(): Generator<SeriesCell> {
    for (const cell of this.cells.values()) yield { series: this.seriesOf(cell.digest), cell };
  }

  private seriesOf(digest: string): LedgerSeries {
    const series = this.series.get(digest);
    if (series === undefined) throw new Error(`cell of the unknown series ${digest}`);
    return series;
  }
}

function sum(one: Cell, other: Cell): Cell {
  return {
    ...one,
    events: one.events + other.events,
    quantityE18: plus(one.quantityE18, other.quantityE18),
    billedE18: plus(one.billedE18, other.billedE18),
    listE18: plus(one.listE18, other.listE18),
    contractedE18: plus(one.contractedE18, other.contractedE18),
    effectiveE18: plus(one.effectiveE18, other.effectiveE18),
  };
}

// A measure that is not reported stays absent: it is not zero.
function plus(one: bigint | null, other: bigint | null): bigint | null {
  return one === null || other === null ? (one ?? other) : one + other;
}
