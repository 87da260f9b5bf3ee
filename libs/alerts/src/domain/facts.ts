import { type Day } from '@app/calendar';

/** RFC 3339 UTC instant with milliseconds, `2027-07-02T06:00:00.214Z`. */
export type Instant = string;

/** States of commitments.md section 4; a period counts as settled from `SETTLED` on. */
export type PeriodState =
  'PLANNED' | 'OPEN' | 'ENDED' | 'SETTLED' | 'CURE' | 'SHORTFALL_ASSESSED' | 'SHORTFALL_PAID';

/** Why an evaluation took place; every revision of an alert names it. */
export type Cause =
  | 'usage'
  | 'correction'
  | 'contract_change'
  | 'price_change'
  | 'fx_change'
  | 'rule_change'
  | 'clock'
  | 'period_closed'
  | 'operator';

/** One contract year (or other period) as the ledger sees it at the position of the facts. */
export interface PeriodFacts {
  /** Counts from 1. */
  readonly index: number;
  readonly start: Day;
  /** Exclusive. */
  readonly end: Day;
  readonly state: PeriodState;
  /** Obligation of the period, before carry lots. */
  readonly requirementE18: bigint;
  /** Usable carry lots, which lower what must be spent. */
  readonly carryE18: bigint;
  /** Counted at the head, today included. */
  readonly countedE18: bigint;
}

/** What one usage day adds to the running counted sum of the period it belongs to; may be negative. */
export interface DayFacts {
  readonly day: Day;
  readonly countedE18: bigint;
  /** The same without class UPFRONT_PURCHASE: the run rate is made of it. */
  readonly flowE18: bigint;
}

/** Freshness of one exporter stream that feeds the commitment. */
export interface SourceFacts {
  readonly source: string;
  /** Exclusive end of its complete days; null before the first complete day. */
  readonly watermark: Day | null;
  /** When the ledger last recorded something of it (database time). */
  readonly lastRecordedAt: Instant;
  /** Sequence numbers are missing. */
  readonly openGap: boolean;
  /** Usual time between two arrivals, in seconds; null: not known, the least of its kind is taken. */
  readonly cadenceSeconds: number | null;
}

/**
 * All that rules may look at: one commitment at one ledger position, contract version and watermark.
 * Built by the monitor from Attainment; alerts never read the ledger themselves.
 */
export interface Facts {
  readonly commitmentId: string;
  readonly contractId: string;
  /** ISO 4217; all amounts of the facts are in it. */
  readonly currency: string;
  readonly contractVersion: number;
  readonly termsVersion: number;
  /** Position token of ledger and contract side, `0:1204113,1:99812`. */
  readonly position: string;
  /** Recorded time of that position. */
  readonly asOf: Instant;
  /** `W`: exclusive end of the last usage day that is complete; null: no complete day yet. */
  readonly watermark: Day | null;
  /** First day with usage that counts; null: none. */
  readonly historyStart: Day | null;
  /** Every period of the term, in order. */
  readonly periods: readonly PeriodFacts[];
  /**
   * Ascending, days without spend may be left out; days after `watermark` are ignored by usage rules.
   * Reaches back at least to 57 days before the start of the first period that is not settled.
   */
  readonly days: readonly DayFacts[];
  /** The sources whose lines the commitment counts. */
  readonly sources: readonly SourceFacts[];
}
