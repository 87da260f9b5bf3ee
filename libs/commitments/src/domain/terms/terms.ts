import { type Day } from '@app/calendar';
import { type ApplicabilityRule } from '../scope/applicability.js';

/** Decimal string, at most 20 integer and 18 fraction digits, in the currency of the contract. */
export type Money = string;
/** Decimal string 0..1 with at most 4 fraction digits. */
export type Ratio = string;

/** A window of days; an absent end is open, `effectiveTo` is exclusive. */
export interface Dated {
  readonly effectiveFrom?: Day | undefined;
  readonly effectiveTo?: Day | undefined;
}

export type SpendClass =
  | 'SHORTFALL_FEE'
  | 'BALANCE_SPEND'
  | 'BALANCE_CREDIT'
  | 'TAX'
  | 'CREDIT'
  | 'SUPPORT'
  | 'BEDROCK_3P'
  | 'MARKETPLACE'
  | 'REFUND'
  | 'DISCOUNT'
  | 'UPFRONT_PURCHASE'
  | 'ADJUSTMENT'
  | 'USAGE'
  | 'UNCLASSIFIED';

export type Interval = 'YEAR' | 'HALF_YEAR' | 'QUARTER' | 'MONTH' | 'FULL';
export type Basis = 'BILLED' | 'CONTRACTED' | 'LIST' | 'EFFECTIVE';
export type Recognition =
  'CHARGE_PERIOD_START' | 'CHARGE_PERIOD_PRORATED' | 'BILLING_PERIOD' | 'INVOICE_DATE';

/** One period given by hand. */
export interface ScheduledPeriod {
  readonly start: Day;
  /** Exclusive. */
  readonly end: Day;
  readonly minimum: Money;
}

/** At most how much of a class counts, on the running sum of a period. */
export type ClassCap =
  | { readonly of: 'ANNUAL_MINIMUM' | 'COUNTED'; readonly pct: Ratio }
  | { readonly of: 'FIXED'; readonly amount: Money };

/** Agreed fraction of a class while its window holds; the first that matches decides. */
export interface ClassTerm extends Dated {
  readonly class: SpendClass;
  readonly fraction: Ratio;
  /** INVOICE: the window is tested on the invoice month, not on the usage day. */
  readonly dateTested: 'USAGE' | 'INVOICE';
  /** All must match. */
  readonly where?: readonly ApplicabilityRule[] | undefined;
  readonly cap?: ClassCap | undefined;
}

/** A rule of the contract's own, tried before the built-in set; all of `where` must match. */
export interface ClassRule {
  readonly ruleId: string;
  readonly class: SpendClass;
  readonly where: readonly ApplicabilityRule[];
}

export interface CarryForward {
  readonly fraction: Ratio;
  readonly capPctOfNextMinimum?: Ratio | undefined;
  readonly expiresAfterPeriods: number;
  readonly order: 'GAP_FILL' | 'FIRST_IN';
}

export interface Deferral {
  readonly maxPctOfBaseMinimum: Ratio;
  readonly notInLastPeriod: boolean;
}

export interface ShortfallClause {
  readonly rate: string;
  readonly treatment: 'FORFEIT' | 'CREDIT';
  readonly creditWindow?:
    { readonly startsAfterMonths: number; readonly months: number } | undefined;
  readonly countsTowardTerm: boolean;
}

export interface LateData {
  readonly settleAfterDays: number;
  readonly cureDays: number;
  readonly afterSettle: 'RESTATE' | 'NEXT_OPEN_PERIOD';
}

export interface FxClause {
  readonly rule: 'BILLING_MONTH' | 'EVENT' | 'CONTRACT_FIXED';
  /** An `fxTableId`; absent: all tables of the contract's currency. */
  readonly table?: string | undefined;
  /** Currency → contract currency per unit, at most 10 fraction digits. */
  readonly fixed?: Readonly<Record<string, string>> | undefined;
}

/** Complete terms of one commitment: every clause with a default carries it explicitly. */
export interface Terms {
  /** Boundary k is `anchorDate + k × every`. */
  readonly anchorDate: Day;
  readonly every: Interval;
  readonly periods?: number | undefined;
  /** One for all periods, or one each. Absent: `schedule` gives the minima. */
  readonly minimum?: Money | readonly Money[] | undefined;
  readonly schedule?: readonly ScheduledPeriod[] | undefined;
  readonly stub: 'NONE' | 'PRORATE_ACTUAL';
  readonly kind: 'PER_PERIOD' | 'CUMULATIVE';
  readonly termMinimum?: Money | undefined;
  readonly midPeriodAmendment: 'REPLACE' | 'PRORATE_DAILY';
  readonly basis: Basis;
  readonly recognition: Recognition;
  readonly evidence: 'AS_REPORTED' | 'BILLED_WINS';
  /** Ids in the order they are asked; empty: all of the provider by priority. */
  readonly priceBooks: readonly string[];
  readonly ruleSetVersion: number;
  readonly rules: readonly ClassRule[];
  readonly creditsReduce: boolean;
  readonly supportCounts: boolean;
  readonly classes: readonly ClassTerm[];
  readonly carryForward?: CarryForward | undefined;
  readonly deferral?: Deferral | undefined;
  readonly shortfall: ShortfallClause;
  readonly lateData: LateData;
  readonly fx: FxClause;
  /** Surcharge on the excess: reported, never counted. */
  readonly overage?: { readonly rate: Ratio } | undefined;
}
