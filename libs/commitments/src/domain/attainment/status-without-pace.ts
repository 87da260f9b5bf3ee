import { type Status } from './pace.js';
import { type PeriodFigures } from './period-figures.js';

/** Status while no usage day is complete: nothing is known to be missed, nothing to be on track. */
export function statusWithoutPace(periods: readonly PeriodFigures[]): Status {
  const current = periods.find(({ state }) => state !== 'PLANNED') ?? periods[0];
  return current === undefined || current.gapE18 === 0n ? 'MET' : 'WATCH';
}
