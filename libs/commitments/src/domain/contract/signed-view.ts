import { type ContractSigned } from './contract.events.js';
import { type Contract } from './contract.state.js';

/** A contract as it was signed, without what was recorded later (capital but the signed tranches). */
export function signedView(contract: Contract): Omit<ContractSigned, 'type'> {
  const { commitments, signedTranches, ...rest } = contract;
  return {
    ...rest,
    capital: contract.capital.slice(0, signedTranches),
    commitments: commitments.map((commitment) => ({
      commitmentId: commitment.commitmentId,
      name: commitment.name,
      category: commitment.category,
      unit: commitment.unit,
      scope: commitment.scope,
      priority: commitment.priority,
      allocation: commitment.allocation,
      afterCommitmentId: commitment.afterCommitmentId,
      terms: commitment.terms,
      proposed: commitment.proposed,
    })),
  };
}
