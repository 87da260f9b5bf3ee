import { divideHalfEven } from '@app/money';
import { canonicalUnit } from '@app/pricing/domain';
import { countAlone } from '../count/count-alone.js';
import { type Counter } from '../count/counted-sums.js';
import { DayBook } from '../count/day-book.js';
import { type Basis } from '../terms/terms.js';
import { Buckets } from './bucket.js';
import { type CellSums } from './cell-sums.js';
import { type CommitmentPlan } from './commitment-plan.js';
import { DaySums } from './day-sums.js';
import { type FoldSeries, type RecordedIn } from './fold.js';
import { isInside, LaneBook } from './lane-book.js';
import { LateData } from './late-data.js';
import { segmentOf } from './line-segments.js';
import { MeteredUsage } from './metered-usage.js';
import { Postings } from './postings.js';
import { cellTotal, type Lane, type SeriesSegment, type SeriesState } from './series-state.js';
import { SuspenseSums } from './suspense-sums.js';

const ONE_E10 = 10n ** 10n;
const BASIS_FIELD = {
  BILLED: 'billedE18',
  LIST: 'listE18',
  CONTRACTED: 'contractedE18',
  EFFECTIVE: 'effectiveE18',
} as const satisfies Record<Basis, keyof CellSums>;

/** Sums of one commitment; the order and the batching of cells change no byte of them. */
export class CommitmentFold {
  readonly buckets = new Buckets();
  readonly dayBook = new DayBook();
  readonly suspense = new SuspenseSums();
  readonly states = new Map<string, SeriesState>();
  /** How the sums of a period are counted: alone, unless commitments share usage. */
  counter: Counter = (period, upTo) => countAlone(this.buckets.all, period, upTo);
  /** The counter looks at other commitments too. */
  isShared = false;
  /** The commitment that this one succeeds by an early renewal. */
  renews: CommitmentFold | null = null;
  /** Grows with every change of the sums. */
  version = 0;
  private readonly lanes: LaneBook;
  private readonly late: LateData;
  private readonly postings: Postings;
  private readonly metered: MeteredUsage;
  private readonly basis: (typeof BASIS_FIELD)[Basis];

  /** @param peers plans that share lines (EXCLUSIVE), in priority order, this one among them */
  constructor(
    readonly plan: CommitmentPlan,
    peers: readonly CommitmentPlan[] = [],
  ) {
    this.lanes = new LaneBook(plan, peers, this.buckets);
    this.late = new LateData(plan.periods, plan.commitment.closed);
    this.postings = new Postings(plan.signed.recognition, this.late);
    this.metered = new MeteredUsage(plan, this.lanes, this.postings, this.suspense);
    this.basis = BASIS_FIELD[plan.signed.basis];
  }

  /** Sources with a line inside contract and scope. */
  get sources(): ReadonlySet<string> {
    return this.lanes.sources;
  }

  /** Keeps single series of lines outside the contract, too; before the first cell is added. */
  keepOutside(): void {
    this.lanes.keepsOutside = true;
  }

  /** How many closes were over when a cell was recorded. */
  lateness(recordedIn: RecordedIn | undefined): number {
    return this.late.lateness(recordedIn);
  }

  /** Day on which usage that is recognised on `day` counts. */
  attributedTo(day: number, recordedIn: RecordedIn | undefined): number {
    return this.late.attributedTo(day, this.late.lateness(recordedIn));
  }

  /** The state of a series in this commitment. */
  series({ digest, attrs }: FoldSeries): SeriesState {
    let state = this.states.get(digest);
    if (state === undefined) {
      state = { digest, line: attrs, segments: [], quantities: new DaySums(), totals: new Map() };
      this.states.set(digest, state);
    }
    return state;
  }

  add(state: SeriesState, cell: CellSums, recordedIn?: RecordedIn): void {
    this.version += 1;
    const { startDay } = cell;
    const segment = this.lanes.segment(state, segmentOf(this.plan.edges, startDay), startDay);
    const lateness = this.late.lateness(recordedIn);
    if (this.plan.unit !== null) this.addQuantity(state, segment, cell, lateness);
    else if (reportsCost(cell)) this.addBilled(state, segment, cell, lateness);
    else this.metered.add(state, segment, cell, lateness);
  }

  /** First day whose counted sums may have changed since this reader last asked. */
  takeChangedFrom(reader: 'dayBook' | 'caller'): number {
    const from = this.postings.changedFrom[reader];
    this.postings.changedFrom[reader] = Infinity;
    return this.isShared ? -Infinity : from;
  }

  /** Brings all up to date that waits for a read. */
  settle(): void {
    this.metered.settleTiers();
  }

  private addQuantity(
    state: SeriesState,
    segment: SeriesSegment,
    cell: CellSums,
    lateness: number,
  ): void {
    const { unit } = this.plan;
    const measured = canonicalUnit(state.line.consumedUnit ?? '');
    if (unit === null || cell.quantityE18 === null || measured.unit !== unit.unit) return;
    const amount = divideHalfEven(cell.quantityE18 * measured.factor, unit.factor);
    this.addAmount(state, segment, { ...cell, lateness }, ONE_E10, amount);
  }

  private addBilled(
    state: SeriesState,
    segment: SeriesSegment,
    cell: CellSums,
    lateness: number,
  ): void {
    const { line } = state;
    const { startDay, endDay, events } = cell;
    const amount = cell[this.basis];
    const inside = isInside(segment.verdict.reason);
    this.metered.billed(state, segment, endDay);
    if (amount === null) {
      if (inside) this.suspense.add('basis-missing', '', '', startDay, events, 0n);
      return;
    }
    const currency = line.billingCurrency ?? '';
    const rate = segment.plan.fx.rate(currency, line, startDay);
    if (rate !== null) {
      const days = { startDay, endDay, lateness };
      const lane = this.addAmount(state, segment, days, rate, amount);
      const discount = (cell.listE18 ?? amount) - amount;
      if (discount !== 0n) this.postings.discount(state, lane, days, discount);
    } else if (inside) this.suspense.add('no-fx-rate', currency, '', startDay, events, amount);
  }

  private addAmount(
    state: SeriesState,
    segment: SeriesSegment,
    cell: { startDay: number; endDay: number; lateness: number },
    rateE10: bigint,
    amount: bigint,
  ): Lane {
    const lane = this.lanes.lane(state, segment, rateE10);
    if (this.postings.isLinear(cell)) {
      this.postings.post(state, lane, cell, amount);
      return lane;
    }
    const total = cellTotal(state, cell.startDay, cell.endDay, cell.lateness);
    const before = total.sumE18;
    total.sumE18 += amount;
    this.postings.replace(state, lane, total, before, total.sumE18);
    return lane;
  }
}

function reportsCost(cell: CellSums): boolean {
  const { billedE18, listE18, contractedE18, effectiveE18 } = cell;
  return (billedE18 ?? listE18 ?? contractedE18 ?? effectiveE18) !== null;
}
