import { addMonths, dayNumber } from '@app/calendar';
import { type TermsSegment } from '../terms/terms-timeline.js';

/**
 * Charge start days on which the judgement of a line may change: amendments, the edges of windows
 * that are tested on the usage day, and a month before those that are tested on the invoice month,
 * for lines that name neither invoice nor billing month. Ascending, first -Infinity.
 */
export function lineSegments(timeline: readonly TermsSegment[]): number[] {
  const edges = new Set([-Infinity]);
  for (const { from, terms } of timeline) {
    edges.add(from);
    for (const { dateTested, effectiveFrom, effectiveTo } of terms.classes) {
      for (const day of [effectiveFrom, effectiveTo]) {
        if (day === undefined) continue;
        edges.add(dayNumber(dateTested === 'USAGE' ? day : addMonths(day, -1)));
      }
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
