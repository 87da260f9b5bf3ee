import { addDays, type Day, dayNumber } from '@app/calendar';
import { type CommitmentState } from '@app/commitments';
import { termsAt, termsTimeline } from '@app/commitments/domain';

/** A period whose time to be closed has come. */
export interface DuePeriod {
  readonly commitmentId: string;
  readonly index: number;
  /** Usage is known up to its end; else it waits (finding `data-incomplete`). */
  readonly isComplete: boolean;
}

/** The earliest period of each commitment that ended `settleAfterDays` ago and is not closed. */
export function duePeriods(states: readonly CommitmentState[], today: Day): DuePeriod[] {
  return states.flatMap(({ attainment, commitment, contract, watermark }) => {
    const period = attainment.periods.find(({ state }) => state === 'ENDED');
    if (period === undefined) return [];
    const timeline = termsTimeline(commitment, contract.start);
    const { lateData } = termsAt(timeline, dayNumber(period.end) - 1).terms;
    if (today < addDays(period.end, lateData.settleAfterDays)) return [];
    const isComplete = watermark !== null && watermark >= period.end;
    return [{ commitmentId: commitment.commitmentId, index: period.index, isComplete }];
  });
}
