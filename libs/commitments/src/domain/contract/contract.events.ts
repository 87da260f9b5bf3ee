import { type Day } from '@app/calendar';
import { type Money } from '../terms/terms.js';
import { type LedgerVector } from './closed-period.js';
import {
  type Amendment,
  type Commitment,
  type Contract,
  type Ending,
  type ProviderStatement,
  type Tranche,
} from './contract.state.js';

/** A commitment as signed: complete, every default written out. */
export type SignedCommitment = Omit<
  Commitment,
  'amendments' | 'closed' | 'ending' | 'providerStatements'
>;

export interface ContractSigned extends Omit<Contract, 'commitments' | 'signedTranches'> {
  readonly type: 'ContractSigned';
  readonly commitments: readonly SignedCommitment[];
}

export interface CapitalReceived extends Tranche {
  readonly type: 'CapitalReceived';
}

export interface TermsAmended extends Omit<Amendment, 'voids'> {
  readonly type: 'TermsAmended';
  readonly commitmentId: string;
}

export interface AmendmentVoided {
  readonly type: 'AmendmentVoided';
  readonly commitmentId: string;
  /** The new terms version. */
  readonly version: number;
  /** The version that no longer holds. */
  readonly voids: number;
  /** The day of the amendment that it voids. */
  readonly effectiveFrom: string;
  readonly reason: string;
}

export interface PeriodClosed {
  readonly type: 'PeriodClosed';
  readonly commitmentId: string;
  readonly index: number;
  readonly closedAt: string;
  readonly position: LedgerVector;
  readonly incomplete: boolean;
  readonly reason: string;
}

export interface PeriodCured {
  readonly type: 'PeriodCured';
  readonly commitmentId: string;
  readonly index: number;
  readonly amount: Money;
  readonly reason: string;
}

export interface ShortfallPaid {
  readonly type: 'ShortfallPaid';
  readonly commitmentId: string;
  readonly index: number;
  readonly amount: Money;
  readonly paidOn: Day;
  readonly reason: string;
}

export interface CommitmentEnded extends Ending {
  readonly type: 'CommitmentEnded';
  readonly commitmentId: string;
}

export interface ProviderStatementRecorded extends ProviderStatement {
  readonly type: 'ProviderStatementRecorded';
  readonly commitmentId: string;
  readonly reason: string;
}

export type ContractEvent =
  | ContractSigned
  | CapitalReceived
  | TermsAmended
  | AmendmentVoided
  | PeriodClosed
  | PeriodCured
  | ShortfallPaid
  | CommitmentEnded
  | ProviderStatementRecorded;
