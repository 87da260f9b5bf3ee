import { dayNumber } from '@app/calendar';
import { type CommitmentPlan } from '../fold/commitment-plan.js';
import { type Lifecycle, type TermFigures } from './attainment.js';

/** FOCUS lifecycle on a day of the clock. */
export function lifecycleOf(
  { contract, commitment }: CommitmentPlan,
  term: TermFigures,
  day: number,
): Lifecycle {
  const { ending, proposed } = commitment;
  if (proposed) return 'Proposed';
  if (ending !== undefined && dayNumber(ending.effectiveOn) <= day) {
    return ending.kind === 'RENEWAL' ? 'Superseded' : 'Canceled';
  }
  if (day < dayNumber(contract.start)) return 'Pending';
  if (day >= dayNumber(contract.end)) return 'Expired';
  return term.minimumE18 > 0n && term.remainingE18 === 0n ? 'Exhausted' : 'Active';
}
