import { checkReason } from '../checks/check-values.js';
import { type VoidAmendment } from './contract.commands.js';
import { ContractRefusedError } from './contract.errors.js';
import { type AmendmentVoided } from './contract.events.js';
import { type Contract } from './contract.state.js';
import { findCommitment, nextVersion } from './find-commitment.js';

/**
 * Takes an amendment back by a version of its own.
 *
 * @throws ContractRefusedError `void-invalid` for version 1, a void, an unknown version, or twice
 */
export function voidAmendment(contract: Contract, command: VoidAmendment): AmendmentVoided[] {
  const commitment = findCommitment(contract, command.commitmentId);
  checkReason(command.reason);
  const { amendments } = commitment;
  const amendment = amendments.find(({ version }) => version === command.version);
  const twice = amendments.some(({ voids }) => voids === command.version);
  if (amendment === undefined || amendment.voids !== undefined || twice) {
    const detail = `version ${command.version} is no amendment in force`;
    throw new ContractRefusedError('void-invalid', '/version', detail);
  }
  return [
    {
      type: 'AmendmentVoided',
      commitmentId: commitment.commitmentId,
      version: nextVersion(commitment),
      voids: amendment.version,
      effectiveFrom: amendment.effectiveFrom,
      reason: command.reason,
    },
  ];
}
