import { type CommitmentFold } from '../fold/commitment-fold.js';
import { type Lane, type SeriesSegment, type SeriesState } from '../fold/series-state.js';

/** What one series adds to one bucket on one day. */
export interface Share {
  readonly state: SeriesState;
  readonly segment: SeriesSegment;
  readonly lane: Lane;
  readonly amountE18: bigint;
}

/** Shares of the days `[from, to)` in the order of the series' digests; days without any are absent. */
export function sharesByDay(fold: CommitmentFold, from: number, to: number): Map<number, Share[]> {
  const byDay = new Map<number, Share[]>();
  const states = [...fold.states.values()].sort((a, b) => (a.digest < b.digest ? -1 : 1));
  for (const state of states) {
    for (const segment of state.segments) {
      if (segment !== undefined) addSegment(byDay, state, segment, from, to);
    }
  }
  return byDay;
}

function addSegment(
  byDay: Map<number, Share[]>,
  state: SeriesState,
  segment: SeriesSegment,
  from: number,
  to: number,
): void {
  for (const lane of segment.lanes) {
    const { days } = lane;
    if (days === null) continue;
    const last = Math.min(to, days.end);
    for (let day = Math.max(from, days.start); day < last; day += 1) {
      const amountE18 = days.at(day);
      if (amountE18 === 0n) continue;
      const shares = byDay.get(day);
      const share = { state, segment, lane, amountE18 };
      if (shares === undefined) byDay.set(day, [share]);
      else shares.push(share);
    }
  }
}
