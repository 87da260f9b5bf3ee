import { type Day } from '@app/calendar';
import { type ApplicabilityObject } from '../scope/applicability.js';
import { type TermsPatch } from '../terms/terms-input.js';
import { type Money, type Terms } from '../terms/terms.js';
import { type ClosedPeriod } from './closed-period.js';

/** Capital received (or promised) in exchange for the commitments of a contract. */
export interface Tranche {
  readonly trancheId: string;
  readonly amount: Money;
  readonly kind: 'CASH' | 'CREDITS' | 'CAPACITY';
  readonly receivedOn?: Day | undefined;
  readonly expectedOn?: Day | undefined;
  readonly returnedOn?: Day | undefined;
  readonly releaseWhen?:
    { readonly countedAtLeast: Money; readonly by?: Day | undefined } | undefined;
}

/** One terms version after the signed one: changed clauses, or the void of an earlier amendment. */
export interface Amendment {
  /** Counts from 2 within the commitment; the signed terms are version 1. */
  readonly version: number;
  /** Of a void: the day of the amendment that it voids. */
  readonly effectiveFrom: Day;
  readonly terms: TermsPatch;
  readonly reason: string;
  readonly evidence?: string | undefined;
  /** Version that this one voids; then `terms` is empty. */
  readonly voids?: number | undefined;
}

/** A commitment that ended before its term. */
export interface Ending {
  readonly kind: 'RENEWAL' | 'CANCEL';
  /** First day that is no longer covered. */
  readonly effectiveOn: Day;
  readonly unmet: 'MOVE' | 'ASSESS';
  readonly lots: 'LAPSE' | 'MOVE';
  readonly successorCommitmentId?: string | undefined;
  readonly reason: string;
}

/** What the provider says it counted through a day: reconciled, never believed. */
export interface ProviderStatement {
  readonly through: Day;
  readonly counted: Money;
  readonly evidence: string;
}

/** A promise inside a contract, with its own scope, schedule and terms. */
export interface Commitment {
  /** Unique in the ledger. */
  readonly commitmentId: string;
  readonly name: string;
  readonly category: 'SPEND' | 'USAGE';
  /** USAGE only: quantities of this unit count. */
  readonly unit?: string | undefined;
  readonly scope: ApplicabilityObject;
  /** Lower first. */
  readonly priority: number;
  readonly allocation: 'INDEPENDENT' | 'EXCLUSIVE' | 'SEQUENTIAL';
  readonly afterCommitmentId?: string | undefined;
  /** Version 1, complete. */
  readonly terms: Terms;
  /** All later versions in the order of recording, voided ones included. */
  readonly amendments: readonly Amendment[];
  /** Imported and not yet approved. */
  readonly proposed: boolean;
  readonly ending?: Ending | undefined;
  /** Periods that were settled, by index. */
  readonly closed: readonly ClosedPeriod[];
  readonly providerStatements: readonly ProviderStatement[];
}

/** State of one contract as known at one recorded moment. */
export interface Contract {
  /** '' until signed. */
  readonly contractId: string;
  readonly name: string;
  readonly provider: string;
  readonly currency: string;
  readonly start: Day;
  /** Exclusive. */
  readonly end: Day;
  /** Empty: any. */
  readonly invoiceIssuerNames: readonly string[];
  /** Empty: any. */
  readonly billingAccountIds: readonly string[];
  readonly fourEyes: boolean;
  readonly capital: readonly Tranche[];
  /** How many of them were part of the signed contract. */
  readonly signedTranches: number;
  readonly commitments: readonly Commitment[];
  readonly reason: string;
  readonly evidence?: string | undefined;
}

/** Nothing signed yet. */
export function initialContract(): Contract {
  return {
    contractId: '',
    name: '',
    provider: '',
    currency: '',
    start: '',
    end: '',
    invoiceIssuerNames: [],
    billingAccountIds: [],
    fourEyes: false,
    capital: [],
    signedTranches: 0,
    commitments: [],
    reason: '',
  };
}
