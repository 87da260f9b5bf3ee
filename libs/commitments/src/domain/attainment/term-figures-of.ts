import { formatDay } from '@app/calendar';
import { formatRatio, parseE18 } from '@app/money';
import { type CommitmentFold } from '../fold/commitment-fold.js';
import { termGap } from '../settle/settle.js';
import { type TermFigures } from './attainment.js';
import { type PeriodFigures } from './period-figures.js';

/** The term as a whole; `term.shortfall` adds up the periods begun. */
export function termFiguresOf(
  fold: CommitmentFold,
  periods: readonly PeriodFigures[],
): TermFigures {
  const { plan } = fold;
  const last = plan.periods.at(-1);
  const total = termTotal(fold);
  const counted = periods.reduce((sum, { countedE18 }) => sum + countedE18, 0n);
  const minimum = last?.terms.termMinimum;
  const floor = minimum === undefined ? null : parseE18(minimum);
  const gap = termGap(floor, periods, last?.terms.shortfall.countsTowardTerm ?? true);
  const due = periods
    .filter(({ state }) => state !== 'PLANNED')
    .reduce((sum, { shortfallE18 }) => sum + shortfallE18, 0n);
  return {
    start: formatDay(plan.periods[0]?.start ?? 0),
    end: formatDay(last?.end ?? 0),
    minimumE18: total,
    countedE18: counted,
    remainingE18: total > counted ? total - counted : 0n,
    attainment: total === 0n ? null : formatRatio(counted, total),
    gapE18: gap,
    shortfallE18: due + gap,
  };
}

/** Everything promised: the larger of `termMinimum` and the minima (CUMULATIVE: the last milestone). */
export function termTotal({ plan }: CommitmentFold): bigint {
  const last = plan.periods.at(-1);
  const minima =
    plan.signed.kind === 'CUMULATIVE'
      ? (last?.minimumE18 ?? 0n)
      : plan.periods.reduce((sum, { minimumE18 }) => sum + minimumE18, 0n);
  const floor = parseE18(last?.terms.termMinimum ?? '0');
  return floor > minima ? floor : minima;
}
