import { checkCategory } from '../checks/check-category.js';
import { checkClauses } from '../checks/check-clauses.js';
import { checkExclusive } from '../checks/check-exclusive.js';
import { checkSchedule } from '../checks/check-schedule.js';
import { checkScope } from '../checks/check-scope.js';
import { checkSequences } from '../checks/check-sequences.js';
import { checkCurrency, checkReason, checkSpan } from '../checks/check-values.js';
import { completeTerms } from '../terms/complete-terms.js';
import { type CommitmentInput, type SignContract } from './contract.commands.js';
import { ContractRefusedError } from './contract.errors.js';
import { type ContractSigned, type SignedCommitment } from './contract.events.js';
import { type Contract } from './contract.state.js';
import { checkTranche, tranche } from './receive-capital.js';
import { sameJson } from './same-json.js';
import { signedView } from './signed-view.js';

/**
 * Signs a contract; the same contract again changes nothing.
 *
 * @throws ContractRefusedError with the pointer of the first clause that breaks a rule
 */
export function signContract(contract: Contract, command: SignContract): ContractSigned[] {
  const signed = complete(command);
  if (contract.contractId !== '') {
    if (sameJson(signedView(contract), signed)) return [];
    const detail = `contract ${contract.contractId} is known with another content`;
    throw new ContractRefusedError('already-exists', '/contractId', detail);
  }
  checkReason(command.reason);
  checkCurrency(command.currency, '/currency');
  checkSpan(command, '');
  command.capital?.forEach((input, index) => {
    checkTranche(input, `/capital/${index}`);
  });
  const ids = new Set<string>();
  command.commitments.forEach((commitment, index) => {
    const pointer = `/commitments/${index}`;
    if (ids.has(commitment.commitmentId)) {
      const detail = `${commitment.commitmentId} is named twice`;
      throw new ContractRefusedError('already-exists', `${pointer}/commitmentId`, detail);
    }
    ids.add(commitment.commitmentId);
    checkCommitment(commitment, command, pointer);
  });
  checkExclusive(signed);
  checkSequences(signed, command.others ?? []);
  return [{ type: 'ContractSigned', ...signed }];
}

function checkCommitment(input: CommitmentInput, term: SignContract, pointer: string): void {
  checkCategory(input, pointer);
  if (input.scope) checkScope(input.scope, `${pointer}/scope`);
  checkClauses(input.terms, `${pointer}/terms`);
  checkSchedule(input.terms, term, `${pointer}/terms`);
}

function complete(command: SignContract): Omit<ContractSigned, 'type'> {
  return {
    contractId: command.contractId,
    name: command.name,
    provider: command.provider,
    currency: command.currency,
    start: command.start,
    end: command.end,
    invoiceIssuerNames: command.invoiceIssuerNames ?? [],
    billingAccountIds: command.billingAccountIds ?? [],
    fourEyes: command.fourEyes ?? false,
    capital: (command.capital ?? []).map(tranche),
    commitments: command.commitments.map((input) => signedCommitment(input, command.start)),
    reason: command.reason,
    evidence: command.evidence,
  };
}

function signedCommitment(input: CommitmentInput, contractStart: string): SignedCommitment {
  return {
    commitmentId: input.commitmentId,
    name: input.name,
    category: input.category ?? 'SPEND',
    unit: input.unit,
    scope: input.scope ?? { IsGlobalScope: true },
    priority: input.priority ?? 100,
    allocation: input.allocation ?? 'INDEPENDENT',
    afterCommitmentId: input.afterCommitmentId,
    terms: completeTerms(input.terms, contractStart),
    proposed: false,
  };
}
