import { dayNumber } from '@app/calendar';
import { totalCounted } from '../count/counted-sums.js';
import { type CommitmentFold } from '../fold/commitment-fold.js';
import { type ViewPoint } from '../fold/fold.js';
import { paceOf } from '../pace/pace-of.js';
import { trailing } from '../pace/trailing.js';
import { type Pace } from './pace.js';
import { type PeriodFigures, type PeriodState } from './period-figures.js';
import { type SettledPeriod } from './period-figures-of.js';

const MISSED: ReadonlySet<PeriodState> = new Set(['SHORTFALL_ASSESSED', 'SHORTFALL_PAID']);

/** Pace of the period that holds min(`through`, watermark); the last one once the term is over. */
export function currentPace(
  fold: CommitmentFold,
  settled: readonly SettledPeriod[],
  figures: readonly PeriodFigures[],
  { through, watermark }: ViewPoint,
): Pace | null {
  if (watermark === null) return null;
  const at = Math.min(dayNumber(watermark), through === null ? Infinity : dayNumber(through));
  const found = settled.findIndex(({ period }) => at < period.end);
  const place = found < 0 ? settled.length - 1 : found;
  const [row, figure] = [settled[place], figures[place]];
  if (row === undefined || figure === undefined) return null;
  const { period } = row;
  const run = trailing(fold, at);
  return paceOf({
    periodIndex: period.index,
    start: period.start,
    end: period.end,
    at,
    requirementE18: figure.requirementE18,
    countedE18: totalCounted(fold.counter(period, at)),
    usableLotsE18: figure.carryInE18,
    trailingE18: run.sumE18,
    trailingDays: run.days,
    missed: MISSED.has(figure.state),
  });
}
