import { type CommitmentInput } from '../contract/contract.commands.js';
import { ContractRefusedError } from '../contract/contract.errors.js';

const MONEY_CLAUSES = ['basis', 'fx', 'priceBooks', 'evidence', 'overage'] as const;

/** Category USAGE needs a unit and no clause about money. @throws ContractRefusedError */
export function checkCategory(commitment: CommitmentInput, pointer: string): void {
  const usage = commitment.category === 'USAGE';
  if (usage !== (commitment.unit !== undefined)) {
    const detail = usage ? 'USAGE needs a unit' : 'only USAGE has a unit';
    throw new ContractRefusedError('usage-clause-invalid', `${pointer}/unit`, detail);
  }
  if (!usage) return;
  for (const clause of MONEY_CLAUSES) {
    if (commitment.terms[clause] === undefined) continue;
    const detail = `quantities know no ${clause}`;
    throw new ContractRefusedError('usage-clause-invalid', `${pointer}/terms/${clause}`, detail);
  }
}
