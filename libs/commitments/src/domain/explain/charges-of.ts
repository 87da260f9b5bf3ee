import { type SummedCell } from './summed-cell.js';
import { type CellSums } from '../fold/cell-sums.js';
import { type CommitmentFold } from '../fold/commitment-fold.js';
import { segmentOf } from '../fold/line-segments.js';
import { recognitionDay } from '../fold/recognise.js';
import { type SeriesSegment, type SeriesState } from '../fold/series-state.js';
import { type Share } from '../attainment/day-shares.js';

const COST_MEASURES = 0b11110;
const ONE_E10 = 10n ** 10n;

/** Cells of the share's series that are recognised on the day in the share's lane, by charge day. */
export function chargesOf(
  fold: CommitmentFold,
  share: Share,
  day: number,
  cells: readonly SummedCell[],
): CellSums[] {
  return cells
    .filter((summed) => isRecognised(fold, summed, day) && isInLane(fold, share, summed))
    .map(({ cell }) => cell)
    .sort((a, b) => a.startDay - b.startDay || a.endDay - b.endDay);
}

/** Whether a series is worth what the price books say: its lines report no cost. */
export function isMetered({ line }: SeriesState): boolean {
  return (line.mask & COST_MEASURES) === 0;
}

/** Currency of a series' amounts on a charge day; null: there is none. */
export function currencyOf(
  state: SeriesState,
  { prices }: SeriesSegment,
  startDay: number,
): string | null {
  return isMetered(state)
    ? (prices?.at(startDay)?.currency ?? null)
    : (state.line.billingCurrency ?? null);
}

function isRecognised(
  fold: CommitmentFold,
  { series: { attrs }, cell: { startDay, endDay }, recordedIn }: SummedCell,
  day: number,
): boolean {
  const { recognition } = fold.plan.signed;
  const counts = (on: number): boolean => fold.attributedTo(on, recordedIn) === day;
  if (recognition !== 'CHARGE_PERIOD_PRORATED') {
    return counts(recognitionDay(recognition, attrs, startDay));
  }
  const days = Array.from({ length: endDay - startDay }, (_, place) => startDay + place);
  return days.some(counts);
}

function isInLane(
  fold: CommitmentFold,
  { state, segment, lane }: Share,
  { cell: { startDay, endDay }, recordedIn }: SummedCell,
): boolean {
  if (state.segments[segmentOf(fold.plan.edges, startDay)] !== segment) return false;
  const currency = currencyOf(state, segment, startDay);
  const rateE10 =
    fold.plan.unit !== null || currency === null
      ? ONE_E10
      : segment.plan.fx.rate(currency, state.line, startDay);
  if (rateE10 !== lane.rateE10) return false;
  const total = [...state.totals.values()].find(
    (one) =>
      one.lane !== null &&
      one.startDay === startDay &&
      one.endDay === endDay &&
      one.lateness === fold.lateness(recordedIn),
  );
  return total === undefined || total.lane === lane;
}
