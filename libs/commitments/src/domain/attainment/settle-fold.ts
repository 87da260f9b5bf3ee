import { countedPeriod, totalCounted } from '../count/counted-period.js';
import { type CommitmentFold } from '../fold/commitment-fold.js';
import { NOTHING_BROUGHT, settlePeriod } from '../settle/settle-period.js';
import { type SettledPeriod } from './period-figures-of.js';

/** Settles the periods of a commitment on its sums through a day (exclusive). */
export function settleFold(fold: CommitmentFold, upTo: number): SettledPeriod[] {
  const { periods, signed, commitment } = fold.plan;
  let brought = NOTHING_BROUGHT;
  return periods.map((period, place) => {
    const sums = countedPeriod(fold, period, upTo);
    const input = {
      minimumE18: period.minimumE18,
      countedE18: totalCounted(sums),
      movedInE18: 0n,
      clauses: period.terms,
      nextMinimumE18: periods[place + 1]?.minimumE18 ?? null,
    };
    const { figures, handed } = settlePeriod(signed.kind, input, brought);
    brought = handed;
    const closed = commitment.closed.find(({ index }) => index === period.index);
    return { period, sums, input, figures, closed };
  });
}
