import { costE18, type Fraction, type UnitPrice } from '@app/pricing/domain';
import { BilledWins, type MeteredCell } from './billed-wins.js';
import { type CommitmentPlan } from './commitment-plan.js';
import { type CellSums } from './cell-sums.js';
import { isInside, type LaneBook } from './lane-book.js';
import { type Postings } from './postings.js';
import { cellTotal, type Lane, type SeriesSegment, type SeriesState } from './series-state.js';
import { type SuspenseSums } from './suspense-sums.js';
import { TieredMonths } from './tiered-months.js';

/** Usage that came without a cost: priced by the books, unless billed data supersedes it. */
export class MeteredUsage {
  private readonly tiered = new TieredMonths();
  private readonly billedWins: BilledWins | null;
  private readonly atList: boolean;

  constructor(
    plan: CommitmentPlan,
    private readonly lanes: LaneBook,
    private readonly postings: Postings,
    private readonly suspense: SuspenseSums,
  ) {
    this.atList = plan.signed.basis === 'LIST';
    const wins = plan.segments.some(({ terms }) => terms.evidence === 'BILLED_WINS');
    this.billedWins = wins ? new BilledWins() : null;
  }

  add(state: SeriesState, segment: SeriesSegment, cell: CellSums, lateness: number): void {
    const { startDay, endDay, quantityE18 } = cell;
    if (quantityE18 === null) return;
    const price = segment.prices?.at(startDay) ?? null;
    const rateE10 = price && segment.plan.fx.rate(price.currency, state.line, startDay);
    if (rateE10 === null) this.suspend(state, segment, cell, price);
    const tiered = segment.prices?.tiered === true && !this.atList;
    if (price === null && !tiered) return;
    const short = endDay - startDay <= 1 && lateness === 0 && this.billedWins === null;
    if (price !== null && rateE10 !== null && short && !tiered) {
      this.addDay(state, this.lanes.lane(state, segment, rateE10), price, startDay, quantityE18);
      return;
    }
    const total = cellTotal(state, startDay, endDay, lateness);
    total.sumE18 += quantityE18;
    const metered = { state, segment, total };
    if (tiered) this.tiered.note(metered);
    else if (price !== null) {
      this.rate(metered, price, costE18(total.sumE18, this.atList ? price.list : price.net));
    }
  }

  /** The common case: what a day's quantity costs depends on nothing but its sum. */
  private addDay(
    state: SeriesState,
    lane: Lane,
    { net, list }: UnitPrice,
    startDay: number,
    quantityE18: bigint,
  ): void {
    const before = state.quantities.at(startDay);
    const after = before === 0n ? quantityE18 : before + quantityE18;
    state.quantities.add(startDay, quantityE18);
    const atNet = costE18(after, net) - (before === 0n ? 0n : costE18(before, net));
    const isListed = sameFraction(net, list);
    const atList = isListed
      ? atNet
      : costE18(after, list) - (before === 0n ? 0n : costE18(before, list));
    const cell = { startDay, endDay: startDay + 1, lateness: 0 };
    this.postings.post(state, lane, cell, this.atList ? atList : atNet);
    if (!isListed && !this.atList) this.postings.discount(state, lane, cell, atList - atNet);
  }

  private suspend(
    { line }: SeriesState,
    { verdict }: SeriesSegment,
    { startDay, events, quantityE18 }: CellSums,
    price: UnitPrice | null,
  ): void {
    if (!isInside(verdict.reason)) return;
    const { skuId = '', consumedUnit = '' } = line;
    if (price !== null) this.suspense.add('no-fx-rate', price.currency, '', startDay, events, 0n);
    else this.suspense.add('unpriced', skuId, consumedUnit, startDay, events, quantityE18 ?? 0n);
  }

  /** Billed data of an account reaches to a day: metered cells before it count no longer. */
  billed({ line }: SeriesState, segment: SeriesSegment, endDay: number): void {
    if (this.billedWins === null || segment.verdict.reason === 'outside-contract') return;
    for (const lost of this.billedWins.billed(line.billingAccountId ?? '', endDay)) {
      const price = priceOf(lost);
      if (price !== null) this.rate(lost, price, lost.total.worthE18);
    }
  }

  /** Prices the months of tiered SKUs that changed; before every read. */
  settleTiers(): void {
    for (const { cell, price, worthE18 } of this.tiered.reprice()) this.rate(cell, price, worthE18);
  }

  /** Posts what a metered cell is worth now, in the lane in which it stands now. */
  private rate(cell: MeteredCell, price: UnitPrice, worthE18: bigint): void {
    const { state, segment, total } = cell;
    const superseded = this.isSuperseded(cell);
    const rateE10 = rateOf(cell, price);
    if (rateE10 === null) {
      const change = worthE18 - total.worthE18;
      total.worthE18 = worthE18;
      if (!isInside(segment.verdict.reason)) return;
      this.suspense.add('no-fx-rate', price.currency, '', total.startDay, 0n, change);
      return;
    }
    const lane = this.lanes.lane(state, segment, rateE10, superseded);
    if (total.lane !== null && total.lane !== lane) {
      this.post(cell, total.lane, 0n, 0n);
    }
    this.post(cell, lane, worthE18, costE18(total.sumE18, price.list) - worthE18);
    total.lane = lane;
  }

  private post({ state, total }: MeteredCell, lane: Lane, worth: bigint, discount: bigint): void {
    this.postings.replace(state, lane, total, total.worthE18, worth);
    const change = discount - total.discountE18;
    if (change !== 0n) this.postings.discount(state, lane, total, change);
    total.worthE18 = worth;
    total.discountE18 = discount;
  }

  private isSuperseded(cell: MeteredCell): boolean {
    const { state, segment } = cell;
    if (this.billedWins === null || segment.verdict.reason === 'outside-contract') return false;
    const covered = this.billedWins.metered(state.line.billingAccountId ?? '', cell);
    return covered && segment.plan.terms.evidence === 'BILLED_WINS';
  }
}

function priceOf({ segment, total }: MeteredCell): UnitPrice | null {
  return segment.prices?.at(total.startDay) ?? null;
}

function rateOf({ state, segment, total }: MeteredCell, price: UnitPrice): bigint | null {
  return segment.plan.fx.rate(price.currency, state.line, total.startDay);
}

function sameFraction(a: Fraction, b: Fraction): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator;
}
