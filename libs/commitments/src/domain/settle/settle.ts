import { type Terms } from '../terms/terms.js';
import {
  type Brought,
  NOTHING_BROUGHT,
  type PeriodInput,
  type SettledFigures,
  settlePeriod,
} from './settle-period.js';

/**
 * Settles a whole term, period after period: a pure function of terms and sums that serves ledger,
 * forecast paths and scenarios alike.
 */
export function settle(
  kind: Terms['kind'],
  periods: readonly PeriodInput[],
  opening: Brought = NOTHING_BROUGHT,
): SettledFigures[] {
  let brought = opening;
  return periods.map((period) => {
    const { figures, handed } = settlePeriod(kind, period, brought);
    brought = handed;
    return figures;
  });
}

/** What the term as a whole still owes beyond its periods. */
export function termGap(
  termMinimumE18: bigint | null,
  periods: readonly { readonly countedE18: bigint; readonly shortfallE18: bigint }[],
  countsTowardTerm: boolean,
): bigint {
  if (termMinimumE18 === null) return 0n;
  const covered = periods.reduce(
    (sum, { countedE18, shortfallE18 }) =>
      sum + countedE18 + (countsTowardTerm ? shortfallE18 : 0n),
    0n,
  );
  return termMinimumE18 > covered ? termMinimumE18 - covered : 0n;
}
