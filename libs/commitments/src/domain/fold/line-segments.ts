import { dayNumber } from '@app/calendar';
import { type TermsSegment } from '../terms/terms-timeline.js';

/**
 * Days on which the judgement of a line may change: amendments, and the edges of windows that are
 * tested on the usage day. Ascending, first -Infinity.
 */
export function lineSegments(timeline: readonly TermsSegment[]): number[] {
  const edges = new Set([-Infinity]);
  for (const { from, terms } of timeline) {
    edges.add(from);
    for (const { dateTested, effectiveFrom, effectiveTo } of terms.classes) {
      if (dateTested !== 'USAGE') continue;
      if (effectiveFrom !== undefined) edges.add(dayNumber(effectiveFrom));
      if (effectiveTo !== undefined) edges.add(dayNumber(effectiveTo));
    }
  }
  return [...edges].sort((a, b) => a - b);
}

/** Place of the segment that holds the day. */
export function segmentOf(edges: readonly number[], day: number): number {
  let place = edges.length - 1;
  while (place > 0 && (edges[place] ?? -Infinity) > day) place -= 1;
  return place;
}
