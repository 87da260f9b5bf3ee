import { ContractRefusedError } from './contract.errors.js';
import { type Commitment, type Contract } from './contract.state.js';

/** @throws ContractRefusedError `not-found` */
export function findCommitment(contract: Contract, commitmentId: string): Commitment {
  const found = contract.commitments.find((known) => known.commitmentId === commitmentId);
  if (found) return found;
  throw new ContractRefusedError('not-found', '/commitmentId', `no commitment ${commitmentId}`);
}

/** The next terms version of a commitment. */
export function nextVersion({ amendments }: Commitment): number {
  return (amendments.at(-1)?.version ?? 1) + 1;
}
