import { bisector } from 'd3-array';

import { type Row } from './rows.js';

const PAGE = { P1D: 28, P7D: 13, P1M: 12 } as const;

/**
 * Where a key moves the crosshair: `null` back to the newest day, `undefined` for keys that are not
 * its own.
 */
export function movedBy(
  key: string,
  index: number,
  count: number,
  interval: keyof typeof PAGE,
): number | null | undefined {
  const clamp = (to: number): number => Math.max(0, Math.min(count - 1, to));
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return clamp(index - 1);
    case 'ArrowRight':
    case 'ArrowUp':
      return clamp(index + 1);
    case 'PageDown':
      return clamp(index - PAGE[interval]);
    case 'PageUp':
      return clamp(index + PAGE[interval]);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'Escape':
      return null;
    default:
      return undefined;
  }
}

/** Index of the row that stands nearest to a (fractional) day number. */
export function nearestRow(rows: readonly Row[], day: number): number {
  return bisector<Row, number>((row) => row.at).center(rows, day);
}
