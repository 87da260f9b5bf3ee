import { type CommitmentFold } from '../fold/commitment-fold.js';
import { convertedE18 } from '../count/class-sums.js';
import { NOTHING_BROUGHT } from '../settle/settle-period.js';
import { type SettledPeriod } from './period-figures-of.js';
import { type Opening, SettlementRun } from './settlement-run.js';

/** Settles the periods of a commitment on its sums through a day (exclusive). */
export function settleFold(fold: CommitmentFold, upTo: number): SettledPeriod[] {
  return run(fold, upTo).settled;
}

/** What an early renewal hands over to the commitment: the unmet gap, and lots where they move. */
export function openingOf({ renews }: CommitmentFold, upTo: number): Opening {
  if (renews === null) return { movedInE18: 0n, brought: NOTHING_BROUGHT };
  const { settled, handed } = run(renews, upTo);
  const lots = renews.plan.commitment.ending?.lots === 'MOVE' ? handed.lots : [];
  return {
    movedInE18: settled.at(-1)?.figures.movedOutE18 ?? 0n,
    brought: { ...NOTHING_BROUGHT, lots },
  };
}

function run(
  fold: CommitmentFold,
  upTo: number,
): { settled: SettledPeriod[]; handed: SettlementRun['handed'] } {
  const steps = new SettlementRun(fold.plan, openingOf(fold, upTo));
  const settled = fold.plan.periods.map((period, place) => ({
    ...steps.step(place, fold.counter(period, upTo)),
    convertedE18: convertedE18(fold.buckets.all, period.start, Math.min(upTo, period.end)),
  }));
  return { settled, handed: steps.handed };
}
