import { type Day } from '@app/calendar';
import { type ApplicabilityObject } from '../scope/applicability.js';
import { type TermsInput, type TermsPatch } from '../terms/terms-input.js';
import { type Money, type Terms } from '../terms/terms.js';
import { type LedgerVector } from './closed-period.js';
import { type Tranche } from './contract.state.js';

/** A tranche as sent; `kind` defaults to CASH. */
export type TrancheInput = Omit<Tranche, 'kind'> & { readonly kind?: Tranche['kind'] | undefined };

/** A commitment as sent: category, scope, priority and allocation have defaults. */
export interface CommitmentInput {
  readonly commitmentId: string;
  readonly name: string;
  readonly category?: 'SPEND' | 'USAGE' | undefined;
  readonly unit?: string | undefined;
  readonly scope?: ApplicabilityObject | undefined;
  readonly priority?: number | undefined;
  readonly allocation?: 'INDEPENDENT' | 'EXCLUSIVE' | 'SEQUENTIAL' | undefined;
  readonly afterCommitmentId?: string | undefined;
  readonly terms: TermsInput;
}

/** What a sequence has to know of a commitment of another contract. */
export interface SequenceLink {
  readonly commitmentId: string;
  readonly afterCommitmentId?: string | undefined;
  readonly kind: Terms['kind'];
  readonly periodCount: number;
}

/** Signs a contract with its commitments. */
export interface SignContract {
  readonly type: 'SignContract';
  readonly contractId: string;
  readonly name: string;
  readonly provider: string;
  readonly currency: string;
  readonly start: Day;
  readonly end: Day;
  readonly invoiceIssuerNames?: readonly string[] | undefined;
  readonly billingAccountIds?: readonly string[] | undefined;
  readonly fourEyes?: boolean | undefined;
  readonly capital?: readonly TrancheInput[] | undefined;
  readonly commitments: readonly CommitmentInput[];
  /** Commitments of other contracts that a sequence may follow. */
  readonly others?: readonly SequenceLink[] | undefined;
  readonly reason: string;
  readonly evidence?: string | undefined;
}

/** Records one capital tranche. */
export interface ReceiveCapital extends TrancheInput {
  readonly type: 'ReceiveCapital';
}

/** Changes clauses of one commitment from a day on. */
export interface AmendTerms {
  readonly type: 'AmendTerms';
  readonly commitmentId: string;
  readonly effectiveFrom: Day;
  readonly terms: TermsPatch;
  readonly reason: string;
  readonly evidence?: string | undefined;
}

/** Takes an amendment back; history keeps both. */
export interface VoidAmendment {
  readonly type: 'VoidAmendment';
  readonly commitmentId: string;
  readonly version: number;
  readonly reason: string;
}

/** Closes an ended period at a position of the ledger. */
export interface ClosePeriod {
  readonly type: 'ClosePeriod';
  readonly commitmentId: string;
  readonly index: number;
  /** RFC 3339 UTC instant of the clock. */
  readonly at: string;
  readonly position: LedgerVector;
  /** Exclusive end of the complete days then. */
  readonly watermark: Day | null;
  readonly reason: string;
}

/** Moves counted spend of the next period into a closed one. */
export interface CurePeriod {
  readonly type: 'CurePeriod';
  readonly commitmentId: string;
  readonly index: number;
  readonly amount: Money;
  readonly at: string;
  /** Attainment of now: the gap of the period, and what the next one has counted. */
  readonly gap: Money;
  readonly nextCounted: Money;
  readonly reason: string;
}

/** Records a payment of an assessed shortfall. */
export interface PayShortfall {
  readonly type: 'PayShortfall';
  readonly commitmentId: string;
  readonly index: number;
  readonly amount: Money;
  readonly paidOn: Day;
  /** Attainment of now: the shortfall of the period. */
  readonly shortfall: Money;
  readonly reason: string;
}

/** Replaces a running commitment by a successor. */
export interface RenewCommitment {
  readonly type: 'RenewCommitment';
  readonly commitmentId: string;
  readonly effectiveOn: Day;
  readonly successorCommitmentId: string;
  /** Currency of the successor's contract. */
  readonly successorCurrency: string;
  readonly unmet: 'MOVE' | 'ASSESS';
  readonly lots: 'LAPSE' | 'MOVE';
  readonly reason: string;
}

/** Ends a running commitment without a successor. */
export interface CancelCommitment {
  readonly type: 'CancelCommitment';
  readonly commitmentId: string;
  readonly effectiveOn: Day;
  readonly reason: string;
}

/** Records what the provider says it counted. */
export interface RecordProviderStatement {
  readonly type: 'RecordProviderStatement';
  readonly commitmentId: string;
  readonly through: Day;
  readonly counted: Money;
  readonly evidence: string;
  readonly reason: string;
}

/** What the contract decider answers to. */
export type ContractCommand =
  | SignContract
  | ReceiveCapital
  | AmendTerms
  | VoidAmendment
  | ClosePeriod
  | CurePeriod
  | PayShortfall
  | RenewCommitment
  | CancelCommitment
  | RecordProviderStatement;
