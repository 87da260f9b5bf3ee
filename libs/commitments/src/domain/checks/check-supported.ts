import { type CommitmentInput } from '../contract/contract.commands.js';
import { ContractRefusedError } from '../contract/contract.errors.js';
import { type TermsInput } from '../terms/terms-input.js';

/** Clauses that are modelled but not computed yet: refused by name, never ignored. */
export function checkSupported(commitment: CommitmentInput, pointer: string): void {
  const allocation = commitment.allocation ?? 'INDEPENDENT';
  if (allocation !== 'INDEPENDENT') refuse(`${pointer}/allocation`, `allocation ${allocation}`);
  checkSupportedTerms(commitment.terms, `${pointer}/terms`);
}

/** The same for the clauses of terms. @throws ContractRefusedError `clause-not-supported` */
export function checkSupportedTerms(terms: TermsInput, pointer: string): void {
  if (terms.evidence === 'BILLED_WINS') refuse(`${pointer}/evidence`, 'evidence BILLED_WINS');
  if (terms.lateData?.afterSettle === 'NEXT_OPEN_PERIOD') {
    refuse(`${pointer}/lateData/afterSettle`, 'late data NEXT_OPEN_PERIOD');
  }
  if (terms.shortfall?.treatment === 'CREDIT') {
    refuse(`${pointer}/shortfall/treatment`, 'shortfall treatment CREDIT');
  }
}

function refuse(pointer: string, what: string): never {
  throw new ContractRefusedError('clause-not-supported', pointer, `${what} is not computed yet`);
}
