import { dayNumber, formatDay } from '@app/calendar';
import { divideHalfEven, formatRatio, parseE18 } from '@app/money';
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
  const gap = termGap(termFloor(fold), periods, last?.terms.shortfall.countsTowardTerm ?? true);
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
export function termTotal({ plan }: Pick<CommitmentFold, 'plan'>): bigint {
  const last = plan.periods.at(-1);
  const minima =
    plan.signed.kind === 'CUMULATIVE'
      ? (last?.minimumE18 ?? 0n)
      : plan.periods.reduce((sum, { minimumE18 }) => sum + minimumE18, 0n);
  const floor = termFloor({ plan }) ?? 0n;
  return floor > minima ? floor : minima;
}

/**
 * The floor of the term; null without one. A renewal that moves its gap charges nothing; else a
 * term that ended early owes the part of its days.
 */
function termFloor({ plan }: Pick<CommitmentFold, 'plan'>): bigint | null {
  const { contract, commitment, periods } = plan;
  const last = periods.at(-1);
  const minimum = last?.terms.termMinimum;
  if (last === undefined || minimum === undefined) return null;
  if (commitment.ending === undefined) return parseE18(minimum);
  if (commitment.ending.unmet === 'MOVE') return null;
  const start = dayNumber(contract.start);
  const days = BigInt(last.end - start);
  return divideHalfEven(parseE18(minimum) * days, BigInt(dayNumber(contract.end) - start));
}
