import { type Day } from '@app/calendar';
import { type SpendClass } from '../terms/terms.js';
import { type NotCounted } from './not-counted.js';
import { type Pace, type Status } from './pace.js';
import { type PeriodFigures } from './period-figures.js';
import { type Suspense } from './suspense.js';

/** FOCUS lifecycle of a commitment; the last two are recorded, the others derived. */
export type Lifecycle =
  'Proposed' | 'Pending' | 'Active' | 'Exhausted' | 'Expired' | 'Canceled' | 'Superseded';

/** The whole term; amounts in 10^-18 of the contract's currency (or of the unit). */
export interface TermFigures {
  readonly start: Day;
  /** Exclusive. */
  readonly end: Day;
  /** The term's total: the larger of `termMinimum` and the sum of the minima (last milestone). */
  readonly minimumE18: bigint;
  readonly countedE18: bigint;
  /** `max(0, minimum − counted)`. */
  readonly remainingE18: bigint;
  /** `counted ÷ minimum`, 4 decimals; null when nothing is required. */
  readonly attainment: string | null;
  /** `max(0, termMinimum − Σ counted − Σ shortfall if it counts)`. */
  readonly gapE18: bigint;
  /** Σ shortfall of the periods begun + `gap`. */
  readonly shortfallE18: bigint;
}

/** What one usage day adds to one class; the sums of `countedE18` are the counted figures exactly. */
export interface DayEntry {
  readonly day: Day;
  readonly periodIndex: number;
  readonly class: SpendClass;
  /** Converted basis amount of the day, before applicability and fraction. */
  readonly amountE18: bigint;
  /** `counted(through day) − counted(through the day before)`; may be negative. */
  readonly countedE18: bigint;
  /** Counted in the period after this entry. */
  readonly runningE18: bigint;
  /** Requirement of the period less what it has counted after this entry; may be negative. */
  readonly balanceE18: bigint;
}

/** Where one commitment stands: a pure function of judgement, sums, `through`, watermark and today. */
export interface Attainment {
  readonly commitmentId: string;
  readonly contractId: string;
  readonly currency: string;
  readonly category: 'SPEND' | 'USAGE';
  readonly unit: string | null;
  /** Newest terms version in force at the view day. */
  readonly termsVersion: number;
  readonly lifecycle: Lifecycle;
  readonly status: Status;
  readonly term: TermFigures;
  /** Every period in order; those not begun are PLANNED. */
  readonly periods: readonly PeriodFigures[];
  /** Null without a watermark. */
  readonly pace: Pace | null;
  readonly suspense: Suspense;
  /** Amounts that belong to no period (`outside-term`). */
  readonly outsideTerm: readonly NotCounted[];
  /** Ascending by day, then class order; days and classes without usage are left out. */
  readonly days: readonly DayEntry[];
  /** First day with usage that may count; null without any. */
  readonly historyStart: Day | null;
}
