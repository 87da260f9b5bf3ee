import { type CommitmentFold } from '../fold/commitment-fold.js';
import { buildFolds } from '../fold/build-folds.js';
import { type SummedCell } from './summed-cell.js';
import { CommitmentUnknownError } from '../fold/fold.errors.js';
import { type Judgement } from '../fold/fold.js';
import { type Basis } from '../terms/terms.js';
import { type PlannedPeriod } from '../fold/commitment-plan.js';
import { sharesByDay } from '../attainment/day-shares.js';
import { chargesOf, currencyOf, isMetered } from './charges-of.js';
import {
  explainDay,
  type ExplainedDay,
  type ExplainedShare,
  runningBefore,
} from './explain-day.js';
import { type ExplainedCell } from './explained-cell.js';
import { linkedContracts } from './linked-contracts.js';

/** Days of one period, or before or after all of them. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly period: PlannedPeriod | null;
}

/** Shares of so many days are held at a time. */
const DAYS_AT_ONCE = 31;

/** Says of every converted amount of a commitment where it went. */
export class Explanation {
  private readonly cellsOf = new Map<string, SummedCell[]>();
  private readonly fold: CommitmentFold;

  /**
   * Folds the commitment so that each of its amounts can be told apart.
   *
   * @throws CommitmentUnknownError
   */
  constructor(judgement: Judgement, commitmentId: string, usage: Iterable<SummedCell>) {
    const contracts = linkedContracts(judgement.contracts, commitmentId);
    const folds = buildFolds({ ...judgement, contracts });
    const fold = folds.get(commitmentId);
    if (fold === undefined) throw new CommitmentUnknownError(commitmentId);
    this.fold = fold;
    fold.keepOutside();
    for (const summed of usage) {
      const { series, cell, recordedIn } = summed;
      for (const each of folds.values()) each.add(each.series(series), cell, recordedIn);
      const cells = this.cellsOf.get(series.digest);
      if (cells === undefined) this.cellsOf.set(series.digest, [summed]);
      else cells.push(summed);
    }
    for (const each of folds.values()) each.settle();
  }

  /** Basis of the amounts; null: quantities of a unit. */
  get basis(): Basis | null {
    const { signed, unit } = this.fold.plan;
    return unit === null ? signed.basis : null;
  }

  /** Cells of the day numbers `[from, to)` in the order (day, class, refused ones first, series). */
  *cells(from: number, to: number): Generator<ExplainedCell> {
    const { periods } = this.fold.plan;
    const inside = periods.map((period) => ({ start: period.start, end: period.end, period }));
    const [start, end] = [periods[0]?.start ?? Infinity, periods.at(-1)?.end ?? -Infinity];
    const spans: Span[] = [
      { start: -Infinity, end: start, period: null },
      ...inside,
      { start: Math.max(start, end), end: Infinity, period: null },
    ];
    for (const span of spans) {
      yield* this.span(span, Math.max(from, span.start), Math.min(to, span.end));
    }
  }

  private *span(span: Span, from: number, to: number): Generator<ExplainedCell> {
    const buckets = [...this.fold.buckets.all];
    const first = Math.max(from, Math.min(...buckets.map(({ days }) => days.start)));
    const last = Math.min(to, Math.max(...buckets.map(({ days }) => days.end)));
    const runs = runningBefore(buckets, span.start, first);
    for (let start = first; start < last; start += DAYS_AT_ONCE) {
      const shares = sharesByDay(this.fold, start, Math.min(start + DAYS_AT_ONCE, last));
      for (const day of [...shares.keys()].sort((a, b) => a - b)) {
        const found = explainDay(this.dayOf(span, day), shares.get(day) ?? [], runs);
        for (const one of found) yield this.withUsage(one, day);
      }
    }
  }

  private dayOf({ period }: Span, day: number): ExplainedDay {
    const { counter, isShared } = this.fold;
    return {
      ...{ day, isShared, periodIndex: period?.index ?? null },
      before: period === null ? [] : counter(period, day),
      after: period === null ? [] : counter(period, day + 1),
    };
  }

  private withUsage({ share, cell, isCapAlone }: ExplainedShare, day: number): ExplainedCell {
    const { state, segment } = share;
    const known = isCapAlone ? [] : (this.cellsOf.get(state.digest) ?? []);
    const charges = chargesOf(this.fold, share, day, known);
    const startDay = charges[0]?.startDay ?? day;
    const isQuantity = this.fold.plan.unit !== null;
    return {
      ...cell,
      charges,
      currency: isQuantity ? null : currencyOf(state, segment, startDay),
      price: !isQuantity && isMetered(state) ? (segment.prices?.at(startDay) ?? null) : null,
    };
  }
}
