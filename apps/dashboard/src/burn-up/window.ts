import { addDays } from '@app/calendar';

import { type Position, type SeriesPoint } from '../api/answers.js';
import { type SeriesWindow } from '../api/queries.js';
import { periodInHand } from '../status/outlook.js';
import { type View } from '../view/view.js';

/**
 * The days to ask for. A year takes one day more in front where the term has one: its running total
 * is where the line of the year starts.
 */
export function windowOf(position: Position, range: View['range']): SeriesWindow {
  const { term } = position;
  if (range === 'term') return { from: term.start, to: term.end, interval: 'P7D' };
  const period = periodInHand(position);
  if (period === undefined) return {};
  const before = addDays(period.start, -1);
  return {
    from: before < term.start ? term.start : before,
    to: period.end,
    interval: 'P1D',
  };
}

/** The days that are drawn, `end` exclusive. */
export interface Bounds {
  readonly start: string;
  readonly end: string;
}

/** Of the year in hand or of the term; of the points themselves where no position is known. */
export function boundsOf(
  position: Position | undefined,
  range: View['range'],
  points: readonly SeriesPoint[],
): Bounds {
  if (position === undefined) {
    return { start: points[0]?.day ?? '', end: points.at(-1)?.end ?? '' };
  }
  return range === 'term' ? position.term : (periodInHand(position) ?? position.term);
}
