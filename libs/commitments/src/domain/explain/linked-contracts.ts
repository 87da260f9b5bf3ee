import { type Commitment, type Contract } from '../contract/contract.state.js';

/**
 * The contract of a commitment and those that bear on its figures: by sequences and by renewals,
 * which may cross contracts.
 */
export function linkedContracts(contracts: readonly Contract[], commitmentId: string): Contract[] {
  const linked = new Set([commitmentId]);
  let found: Contract[] = [];
  for (let before = -1; before !== linked.size;) {
    before = linked.size;
    found = contracts.filter(({ commitments }) =>
      commitments.some((one) => namesOf(one).some((id) => linked.has(id))),
    );
    for (const { commitments } of found) {
      for (const one of commitments) namesOf(one).forEach((id) => linked.add(id));
    }
  }
  return found;
}

function namesOf({ commitmentId, afterCommitmentId, ending }: Commitment): string[] {
  const names = [commitmentId, afterCommitmentId, ending?.successorCommitmentId];
  return names.filter((name) => name !== undefined);
}
