import { type Cell, type LedgerSeries } from '@app/usage-ledger/domain';
import { type RecordedIn } from '../domain/index.js';

/** A cell with the series that it belongs to. */
export interface SeriesCell {
  readonly series: LedgerSeries;
  readonly cell: Cell;
  /** First segment of those that the cell sums up; absent: recorded before every close. */
  readonly recordedIn: RecordedIn | undefined;
}

/** All usage sums by (series, start day, end day), added up over shards and segments. */
export class UsageSums {
  private readonly series = new Map<string, LedgerSeries>();
  private readonly cells = new Map<string, Omit<SeriesCell, 'series'>>();

  addSeries(series: readonly LedgerSeries[]): void {
    for (const one of series) {
      if (!this.series.has(one.digest)) this.series.set(one.digest, one);
    }
  }

  /** Adds what is new and answers it with its series; the series must be known. */
  add(cells: readonly Cell[], recordedIn?: RecordedIn): SeriesCell[] {
    const since = recordedIn && `@${recordedIn.shard}:${recordedIn.seq.toString()}`;
    return cells.map((cell) => {
      const key = `${cell.digest}${cell.startDay}:${cell.endDay}${since ?? ''}`;
      const known = this.cells.get(key)?.cell;
      this.cells.set(key, { cell: known === undefined ? cell : sum(known, cell), recordedIn });
      return { series: this.seriesOf(cell.digest), cell, recordedIn };
    });
  }

  *all(): Generator<SeriesCell> {
    for (const one of this.cells.values()) {
      yield { series: this.seriesOf(one.cell.digest), ...one };
    }
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
