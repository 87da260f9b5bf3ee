import { type Day } from '@app/calendar';
import { type SpendClass } from '../terms/terms.js';
import { type NotCounted } from './not-counted.js';

export type PeriodState =
  'PLANNED' | 'OPEN' | 'ENDED' | 'SETTLED' | 'CURE' | 'SHORTFALL_ASSESSED' | 'SHORTFALL_PAID';

/** A paid shortfall as a balance: spend paid from it never counts. */
export interface CreditWindow {
  readonly start: Day;
  /** Exclusive. */
  readonly end: Day;
  /** Paid so far. */
  readonly balanceE18: bigint;
}

/** One spend class in one period. */
export interface ClassFigures {
  readonly class: SpendClass;
  /** Converted and applicable, before the fraction. */
  readonly rawE18: bigint;
  /** The fraction that held; where several did, `eligible ÷ raw` with 4 decimals. */
  readonly fraction: string;
  readonly eligibleE18: bigint;
  readonly capE18: bigint | null;
  readonly countedE18: bigint;
  /** `cap − counted`; null without a cap. */
  readonly headroomE18: bigint | null;
}

/** Every figure of one period, live and unrounded, in 10^-18 (commitments.md section 5). */
export interface PeriodFigures {
  /** From 1; leading stub 0, trailing stub `periods + 1`. */
  readonly index: number;
  readonly start: Day;
  /** Exclusive. */
  readonly end: Day;
  readonly state: PeriodState;
  readonly minimumE18: bigint;
  readonly requirementE18: bigint;
  readonly countedE18: bigint;
  readonly carryInE18: bigint;
  readonly carryUsedE18: bigint;
  readonly deferredInE18: bigint;
  readonly deferredOutE18: bigint;
  readonly deferralLeftE18: bigint;
  /** Gap taken over from a renewed commitment, and handed to a successor. */
  readonly movedInE18: bigint;
  readonly movedOutE18: bigint;
  /** Counted spend moved in from the next period by a cure, and out to the one before. */
  readonly curedInE18: bigint;
  readonly curedOutE18: bigint;
  readonly gapE18: bigint;
  /** Payable if the period closed with what is counted now. */
  readonly shortfallE18: bigint;
  readonly excessE18: bigint;
  readonly newLotE18: bigint;
  readonly forgoneE18: bigint;
  readonly lapsedE18: bigint;
  /** Surcharge on the excess; reported, never counted. */
  readonly overageE18: bigint;
  /** Counted by an invoice month that is not known yet. */
  readonly provisionalE18: bigint;
  /** Converted amount of all lines of the period, counted or not: one cut over all of them. */
  readonly convertedE18: bigint;
  /** Converted basis amount of the lines that may count, and the same lines at list. */
  readonly netE18: bigint;
  readonly listE18: bigint;
  /** Paid so far, and what is still to pay (negative: overpaid). */
  readonly paidE18: bigint;
  readonly outstandingE18: bigint;
  /** Treatment CREDIT: what the payment may be spent on later; null without that clause. */
  readonly credit: CreditWindow | null;
  /** In class order, classes without usage left out. */
  readonly classes: readonly ClassFigures[];
  /** By reason order, then class order; zero amounts left out. */
  readonly notCounted: readonly NotCounted[];
  /** Converted amount of unclassified lines. */
  readonly unclassifiedE18: bigint;
}
