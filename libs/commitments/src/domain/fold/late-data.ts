import { type ClosedPeriod, type LedgerVector } from '../contract/closed-period.js';
import { type PlannedPeriod } from './commitment-plan.js';
import { type RecordedIn } from './fold.js';

/**
 * Which period usage belongs to that became known after a close (NEXT_OPEN_PERIOD). Closes follow
 * each other, so what came after one came after all closes before it: how late usage is, is a count.
 */
export class LateData {
  private readonly closes: readonly LedgerVector[];
  private readonly closeOf = new Map<number, number>();

  constructor(
    private readonly periods: readonly PlannedPeriod[],
    closed: readonly ClosedPeriod[],
  ) {
    const moves = periods.some(({ terms }) => terms.lateData.afterSettle === 'NEXT_OPEN_PERIOD');
    const inOrder = moves ? closed.toSorted((a, b) => (a.closedAt < b.closedAt ? -1 : 1)) : [];
    this.closes = inOrder.map(({ position }) => position);
    inOrder.forEach(({ index }, order) => this.closeOf.set(index, order));
  }

  /** How many closes were over when the usage was recorded; absent: it was known before all. */
  lateness(recordedIn: RecordedIn | undefined): number {
    if (recordedIn === undefined) return 0;
    const { shard, seq } = recordedIn;
    return this.closes.filter((position) => seq > BigInt(position[shard] ?? '0')).length;
  }

  /** Day on which usage of `day` counts: itself, or the start of the first period still open to it. */
  attributedTo(day: number, lateness: number): number {
    if (lateness === 0) return day;
    const own = this.periods.findIndex(({ start, end }) => start <= day && day < end);
    const period = this.periods[own];
    if (period?.terms.lateData.afterSettle !== 'NEXT_OPEN_PERIOD') return day;
    const open = this.periods
      .slice(own)
      .find(({ index }) => (this.closeOf.get(index) ?? Infinity) >= lateness);
    return Math.max(day, (open ?? this.periods.at(-1) ?? period).start);
  }
}
