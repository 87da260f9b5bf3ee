import { checkReason } from '../checks/check-values.js';
import { checkEnding } from './check-ending.js';
import { type CancelCommitment } from './contract.commands.js';
import { type CommitmentEnded } from './contract.events.js';
import { type Contract } from './contract.state.js';

/**
 * Cuts the running period without a successor: its gap is assessed, its lots lapse.
 *
 * @throws ContractRefusedError `renewal-invalid`
 */
export function cancelCommitment(contract: Contract, command: CancelCommitment): CommitmentEnded[] {
  const { commitmentId, effectiveOn, reason } = command;
  checkReason(reason);
  checkEnding(contract, command);
  return [
    {
      type: 'CommitmentEnded',
      commitmentId,
      kind: 'CANCEL',
      effectiveOn,
      unmet: 'ASSESS',
      lots: 'LAPSE',
      reason,
    },
  ];
}
