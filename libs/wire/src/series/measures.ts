import { type UsageLine } from '../events/usage-event.js';

/** What a line can report; bit `i` of a series' mask says that its lines report measure `i`. */
export const MEASURES = ['quantity', 'billed', 'list', 'contracted', 'effective'] as const;
export type Measure = (typeof MEASURES)[number];

/** The field of a usage line that carries each measure, in the order of `MEASURES`. */
export const MEASURE_FIELDS = [
  'consumedQuantity',
  'billedCost',
  'listCost',
  'contractedCost',
  'effectiveCost',
] as const satisfies readonly (keyof UsageLine)[];

/** Which measures the line reports: a missing amount is not zero. */
export function measureMask(line: UsageLine): number {
  return MEASURE_FIELDS.reduce(
    (mask, field, i) => (line[field] === undefined ? mask : mask | (1 << i)),
    0,
  );
}

export function reports(mask: number, measure: Measure): boolean {
  return (mask & (1 << MEASURES.indexOf(measure))) !== 0;
}
