import { dayNumber, formatDay } from '@app/calendar';
import { type CommitmentFold } from '../fold/commitment-fold.js';
import { type ViewPoint } from '../fold/fold.js';
import { historyStart } from '../pace/trailing.js';
import { termsAt } from '../terms/terms-timeline.js';
import { type Attainment, type DayEntry } from './attainment.js';
import { dayEntries } from './day-entries.js';
import { lifecycleOf } from './lifecycle-of.js';
import { outsideTerm } from './outside-term.js';
import { currentPace } from './current-pace.js';
import { periodFiguresOf } from './period-figures-of.js';
import { settleFold } from './settle-fold.js';
import { statusWithoutPace } from './status-without-pace.js';
import { suspenseOf } from './suspense-of.js';
import { termFiguresOf } from './term-figures-of.js';

/** Where a commitment stands, seen from a view point. */
export function attainmentOf(fold: CommitmentFold, at: ViewPoint): Attainment {
  const { contract, commitment, timeline } = fold.plan;
  const upTo = at.through === null ? Infinity : dayNumber(at.through);
  const today = dayNumber(at.today);
  const viewDay = Math.min(today, upTo);
  const settled = settleFold(fold, upTo);
  const periods = settled.map((period) => periodFiguresOf(period, viewDay));
  const term = termFiguresOf(fold, periods);
  const pace = currentPace(fold, settled, periods, at);
  const first = historyStart(fold);
  let days: DayEntry[] | undefined;
  return {
    commitmentId: commitment.commitmentId,
    contractId: contract.contractId,
    currency: contract.currency,
    category: commitment.category,
    unit: commitment.unit ?? null,
    termsVersion: termsAt(timeline, viewDay).version,
    lifecycle: lifecycleOf(fold.plan, term, viewDay),
    status: pace?.status ?? statusWithoutPace(periods),
    term,
    periods,
    pace,
    suspense: suspenseOf(fold, periods, upTo),
    outsideTerm: outsideTerm(fold, upTo),
    get days(): readonly DayEntry[] {
      const requirements = periods.map(({ requirementE18 }) => requirementE18);
      return (days ??= dayEntries(fold, requirements, upTo));
    },
    historyStart: first === Infinity ? null : formatDay(first),
  };
}
