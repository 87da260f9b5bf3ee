import { type Recognition } from '../terms/terms.js';
import { type LateData } from './late-data.js';
import { evenShares, recognitionDay } from './recognise.js';
import { type Lane, type SeriesState } from './series-state.js';

/** Days of a cell and how late it was recorded. */
export interface CellDays {
  readonly startDay: number;
  readonly endDay: number;
  readonly lateness: number;
}

/** Puts amounts on the days on which they are recognised. */
export class Postings {
  /** First day that changed since each reader last looked; Infinity: none. */
  readonly changedFrom = { dayBook: Infinity, caller: Infinity };
  private readonly prorated: boolean;

  constructor(
    private readonly recognition: Recognition,
    private readonly late: LateData,
  ) {
    this.prorated = recognition === 'CHARGE_PERIOD_PRORATED';
  }

  /** Whether parts of a cell can be posted one by one. */
  isLinear({ startDay, endDay }: CellDays): boolean {
    return !this.prorated || endDay - startDay <= 1;
  }

  /** Adds an amount of a cell that is a linear function of its parts. */
  post({ line }: SeriesState, lane: Lane, cell: CellDays, amountE18: bigint): void {
    const day = recognitionDay(this.recognition, line, cell.startDay);
    this.put(lane, day, cell.lateness, amountE18);
  }

  /** Adds what a line costs at list beyond its basis amount, on its first day. */
  discount({ line }: SeriesState, lane: Lane, cell: CellDays, amountE18: bigint): void {
    const day = recognitionDay(this.recognition, line, cell.startDay);
    lane.bucket.discounts.add(this.late.attributedTo(day, cell.lateness), amountE18);
  }

  /** Replaces what a whole cell was worth by what it is worth now. */
  replace(state: SeriesState, lane: Lane, cell: CellDays, before: bigint, after: bigint): void {
    if (this.isLinear(cell)) {
      if (after !== before) this.post(state, lane, cell, after - before);
      return;
    }
    const days = cell.endDay - cell.startDay;
    const old = evenShares(before, days);
    evenShares(after, days).forEach((share, k) => {
      const change = share - (old[k] ?? 0n);
      if (change !== 0n) this.put(lane, cell.startDay + k, cell.lateness, change);
    });
  }

  private put(lane: Lane, day: number, lateness: number, amountE18: bigint): void {
    const attributed = lateness === 0 ? day : this.late.attributedTo(day, lateness);
    const { changedFrom } = this;
    if (attributed < changedFrom.dayBook) changedFrom.dayBook = attributed;
    if (attributed < changedFrom.caller) changedFrom.caller = attributed;
    lane.bucket.days.add(attributed, amountE18);
    lane.days?.add(attributed, amountE18);
  }
}
