import { type CommitmentFold } from '../fold/commitment-fold.js';
import { type PeriodFigures } from './period-figures.js';
import { type Suspense } from './suspense.js';

/** What stands in suspense inside the term, up to a day (exclusive). */
export function suspenseOf(
  fold: CommitmentFold,
  periods: readonly PeriodFigures[],
  upTo: number,
): Suspense {
  const { periods: planned } = fold.plan;
  const from = planned[0]?.start ?? 0;
  return {
    ...fold.suspense.between(from, Math.min(upTo, planned.at(-1)?.end ?? from)),
    unclassifiedE18: periods.reduce((sum, { unclassifiedE18 }) => sum + unclassifiedE18, 0n),
  };
}
