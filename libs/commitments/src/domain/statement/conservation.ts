import { type PeriodFigures } from '../attainment/period-figures.js';
import { SPEND_CLASSES } from '../classes/spend-classes.js';
import { NOT_COUNTED_REASONS } from '../attainment/not-counted.js';

/** Money that went in and did not come out, or the other way round: a fault of ours, no refusal. */
export class ConservationBrokenError extends Error {
  constructor(index: number, differenceE18: bigint) {
    super(`period ${index} does not account for ${differenceE18.toString()} x 10^-18`);
  }
}

/** Every running sum is cut once, by half a unit of 10^-18 at most. */
const CUTS = BigInt(SPEND_CLASSES.length * (NOT_COUNTED_REASONS.length + 2));

/**
 * Σ converted amounts = counted + Σ not counted + suspense, but for the cuts of the running sums.
 *
 * @throws ConservationBrokenError
 */
export function assertConservation(period: PeriodFigures): void {
  const refused = period.notCounted.reduce((sum, { amountE18 }) => sum + amountE18, 0n);
  const counted = period.countedE18 - period.curedInE18 + period.curedOutE18;
  const difference = period.convertedE18 - counted - refused - period.unclassifiedE18;
  const size = difference < 0n ? -difference : difference;
  if (size > CUTS) throw new ConservationBrokenError(period.index, difference);
}
