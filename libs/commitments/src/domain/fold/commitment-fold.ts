import { divideHalfEven } from '@app/money';
import { canonicalUnit, costE18 } from '@app/pricing/domain';
import { type Cell } from '@app/usage-ledger/domain';
import { type Basis } from '../terms/terms.js';
import { Buckets } from './bucket.js';
import { type CommitmentPlan } from './commitment-plan.js';
import { type FoldSeries } from './fold.js';
import { isInside, LaneBook } from './lane-book.js';
import { segmentOf } from './line-segments.js';
import { evenShares, recognitionDay } from './recognise.js';
import { cellTotal, type Lane, type SeriesSegment, type SeriesState } from './series-state.js';
import { SuspenseSums } from './suspense-sums.js';

/** A cell without its series. */
export type CellSums = Omit<Cell, 'digest'>;

const BASIS_FIELD: Readonly<
  Record<Basis, 'billedE18' | 'listE18' | 'contractedE18' | 'effectiveE18'>
> = {
  BILLED: 'billedE18',
  LIST: 'listE18',
  CONTRACTED: 'contractedE18',
  EFFECTIVE: 'effectiveE18',
};

const ONE_E10 = 10n ** 10n;

/** Sums of one commitment; the order and the batching of cells change no byte of them. */
export class CommitmentFold {
  readonly buckets = new Buckets();
  readonly suspense = new SuspenseSums();
  readonly states = new Map<string, SeriesState>();
  private readonly lanes: LaneBook;
  private readonly basis: (typeof BASIS_FIELD)[Basis];
  private readonly prorated: boolean;

  constructor(readonly plan: CommitmentPlan) {
    this.lanes = new LaneBook(plan, this.buckets);
    this.basis = BASIS_FIELD[plan.signed.basis];
    this.prorated = plan.signed.recognition === 'CHARGE_PERIOD_PRORATED';
  }

  /** Sources with a line inside contract and scope. */
  get sources(): ReadonlySet<string> {
    return this.lanes.sources;
  }

  /** The state of a series in this commitment. */
  series({ digest, attrs }: FoldSeries): SeriesState {
    let state = this.states.get(digest);
    if (state === undefined) {
      state = { digest, line: attrs, segments: [], totals: new Map() };
      this.states.set(digest, state);
    }
    return state;
  }

  add(state: SeriesState, cell: CellSums): void {
    const { startDay } = cell;
    const segment = this.lanes.segment(state, segmentOf(this.plan.edges, startDay), startDay);
    if (this.plan.unit !== null) {
      this.addQuantity(state, segment, cell);
      return;
    }
    const amount = cell[this.basis];
    if (amount !== null) this.addReported(state, segment, cell, amount);
    else if (reportsCost(cell)) this.suspend('basis-missing', '', segment, cell, 0n);
    else this.addMetered(state, segment, cell);
  }

  private addQuantity(state: SeriesState, segment: SeriesSegment, cell: CellSums): void {
    const { unit } = this.plan;
    const measured = canonicalUnit(state.line.consumedUnit ?? '');
    if (unit === null || cell.quantityE18 === null || measured.unit !== unit.unit) return;
    const amount = divideHalfEven(cell.quantityE18 * measured.factor, unit.factor);
    this.addLinear(state, this.lanes.lane(state, segment, ONE_E10), cell, amount);
  }

  private addReported(
    state: SeriesState,
    segment: SeriesSegment,
    cell: CellSums,
    amount: bigint,
  ): void {
    const currency = state.line.billingCurrency ?? '';
    const rate = segment.plan.fx.rate(currency, state.line, cell.startDay);
    if (rate === null) this.suspend('no-fx-rate', currency, segment, cell, amount);
    else this.addLinear(state, this.lanes.lane(state, segment, rate), cell, amount);
  }

  private addLinear(state: SeriesState, lane: Lane, cell: CellSums, amount: bigint): void {
    const { startDay, endDay } = cell;
    if (!this.prorated || endDay - startDay <= 1) {
      put(lane, recognitionDay(this.plan.signed.recognition, state.line, startDay), amount);
      return;
    }
    const total = cellTotal(state, startDay, endDay);
    const before = total.sumE18;
    total.sumE18 += amount;
    this.spread(state, lane, total, before, total.sumE18);
  }

  private addMetered(state: SeriesState, segment: SeriesSegment, cell: CellSums): void {
    const { startDay, endDay, quantityE18 } = cell;
    if (quantityE18 === null) return;
    const { line } = state;
    const price = segment.prices?.at(startDay) ?? null;
    if (price === null) {
      this.suspend('unpriced', line.skuId ?? '', segment, cell, quantityE18, line.consumedUnit);
      return;
    }
    const rate = segment.plan.fx.rate(price.currency, line, startDay);
    const total = cellTotal(state, startDay, endDay);
    const before = total.worthE18;
    total.sumE18 += quantityE18;
    const unitPrice = this.plan.signed.basis === 'LIST' ? price.list : price.net;
    total.worthE18 = costE18(total.sumE18, unitPrice);
    if (rate === null) {
      this.suspend('no-fx-rate', price.currency, segment, cell, total.worthE18 - before);
      return;
    }
    this.spread(state, this.lanes.lane(state, segment, rate), total, before, total.worthE18);
  }

  /** Replaces what a cell was worth by what it is worth now, on its recognition days. */
  private spread(
    { line }: SeriesState,
    lane: Lane,
    { startDay, endDay }: { startDay: number; endDay: number },
    before: bigint,
    after: bigint,
  ): void {
    if (!this.prorated || endDay - startDay <= 1) {
      put(lane, recognitionDay(this.plan.signed.recognition, line, startDay), after - before);
      return;
    }
    const old = evenShares(before, endDay - startDay);
    evenShares(after, endDay - startDay).forEach((share, k) => {
      put(lane, startDay + k, share - (old[k] ?? 0n));
    });
  }

  private suspend(
    kind: Parameters<SuspenseSums['add']>[0],
    name: string,
    { verdict }: SeriesSegment,
    cell: CellSums,
    amount: bigint,
    unit = '',
  ): void {
    if (!isInside(verdict.reason)) return;
    this.suspense.add(kind, name, unit, cell.startDay, cell.events, amount);
  }
}

function put(lane: Lane, day: number, amount: bigint): void {
  lane.bucket.days.add(day, amount);
  lane.days?.add(day, amount);
}

function reportsCost(cell: CellSums): boolean {
  const { billedE18, listE18, contractedE18, effectiveE18 } = cell;
  return (billedE18 ?? listE18 ?? contractedE18 ?? effectiveE18) !== null;
}
