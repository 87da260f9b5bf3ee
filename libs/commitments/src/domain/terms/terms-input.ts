import { type Day } from '@app/calendar';
import {
  type Basis,
  type CarryForward,
  type ClassRule,
  type ClassTerm,
  type Deferral,
  type FxClause,
  type Interval,
  type LateData,
  type Money,
  type Recognition,
  type ScheduledPeriod,
  type ShortfallClause,
  type Terms,
} from './terms.js';

/** A clause object of which every member may be left out. */
type Loose<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** A class term as sent: `class` is checked by the decider, `dateTested` defaults to USAGE. */
export type ClassTermInput = Pick<ClassTerm, 'fraction'> &
  Loose<Omit<ClassTerm, 'class' | 'fraction'>> & { readonly class: string };

/** A rule as sent: `class` is checked by the decider. */
export type ClassRuleInput = Omit<ClassRule, 'class'> & { readonly class: string };

/** Carry-forward as sent: fraction 1, expiry after 1 period, GAP_FILL. */
export type CarryForwardInput = Loose<CarryForward>;

/** Deferral as sent: `notInLastPeriod` is true. */
export type DeferralInput = Pick<Deferral, 'maxPctOfBaseMinimum'> &
  Loose<Omit<Deferral, 'maxPctOfBaseMinimum'>>;

/** Terms as signed: what is left out takes the default of commitments.md section 2. */
export interface TermsInput {
  readonly anchorDate?: Day | undefined;
  readonly every?: Interval | undefined;
  readonly periods?: number | undefined;
  readonly minimum?: Money | readonly Money[] | undefined;
  readonly schedule?: readonly ScheduledPeriod[] | undefined;
  readonly stub?: Terms['stub'] | undefined;
  readonly kind?: Terms['kind'] | undefined;
  readonly termMinimum?: Money | undefined;
  readonly midPeriodAmendment?: Terms['midPeriodAmendment'] | undefined;
  readonly basis?: Basis | undefined;
  readonly recognition?: Recognition | undefined;
  readonly evidence?: Terms['evidence'] | undefined;
  readonly priceBooks?: readonly string[] | undefined;
  readonly ruleSetVersion?: number | undefined;
  readonly rules?: readonly ClassRuleInput[] | undefined;
  readonly creditsReduce?: boolean | undefined;
  readonly supportCounts?: boolean | undefined;
  readonly classes?: readonly ClassTermInput[] | undefined;
  readonly carryForward?: CarryForwardInput | undefined;
  readonly deferral?: DeferralInput | undefined;
  readonly shortfall?: Loose<ShortfallClause> | undefined;
  readonly lateData?: Loose<LateData> | undefined;
  readonly fx?: Loose<FxClause> | undefined;
  readonly overage?: Terms['overage'] | undefined;
}

/** Changed clauses of an amendment: each named one is replaced whole, `null` removes it. */
export type TermsPatch = { readonly [K in keyof TermsInput]?: TermsInput[K] | null };
