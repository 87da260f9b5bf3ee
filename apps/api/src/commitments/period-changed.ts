import type { PeriodChanged } from '@app/commitments';
import type { PeriodChangedAnswer } from '@app/wire';
import { Answer } from '../request/answer.js';

/** What was recorded of a period, or what a dry run would have recorded. */
export function periodChanged(
  commitmentId: string,
  periodIndex: number,
  { contractId, version, position, replayed, statements }: PeriodChanged,
  dryRun: boolean,
): Answer<PeriodChangedAnswer> {
  const body: PeriodChangedAnswer = {
    ...{ contractId, commitmentId, periodIndex },
    version: Number(version),
    ...{ position, dryRun, statements },
  };
  return new Answer(body, dryRun ? {} : { version, position, replayed });
}
