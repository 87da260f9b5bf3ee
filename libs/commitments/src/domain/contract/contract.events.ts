import { type Amendment, type Commitment, type Contract, type Tranche } from './contract.state.js';

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

export type ContractEvent = ContractSigned | CapitalReceived | TermsAmended | AmendmentVoided;
