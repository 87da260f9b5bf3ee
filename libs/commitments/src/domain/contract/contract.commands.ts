import { type Day } from '@app/calendar';
import { type ApplicabilityObject } from '../scope/applicability.js';
import { type TermsInput, type TermsPatch } from '../terms/terms-input.js';
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

/** What the contract decider answers to. */
export type ContractCommand = SignContract | ReceiveCapital | AmendTerms | VoidAmendment;
