import { checkReason } from '../checks/check-values.js';
import { checkEnding } from './check-ending.js';
import { type RenewCommitment } from './contract.commands.js';
import { ContractRefusedError } from './contract.errors.js';
import { type CommitmentEnded } from './contract.events.js';
import { type Contract } from './contract.state.js';

/**
 * Cuts the running period and hands its gap (and lots) to a successor.
 *
 * @throws ContractRefusedError `renewal-invalid`
 */
export function renewCommitment(contract: Contract, command: RenewCommitment): CommitmentEnded[] {
  const { commitmentId, effectiveOn, successorCommitmentId, unmet, lots, reason } = command;
  checkReason(reason);
  checkEnding(contract, command);
  if (successorCommitmentId === commitmentId || command.successorCurrency !== contract.currency) {
    const detail = `${successorCommitmentId} in ${command.successorCurrency} cannot succeed`;
    throw new ContractRefusedError('renewal-invalid', '/successorCommitmentId', detail);
  }
  const kind = 'RENEWAL';
  return [
    {
      type: 'CommitmentEnded',
      commitmentId,
      kind,
      effectiveOn,
      unmet,
      lots,
      successorCommitmentId,
      reason,
    },
  ];
}
