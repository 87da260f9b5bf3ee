import { type CommandContext } from '@app/pricing';
import { type AmendTerms, type VoidAmendment } from '../domain/index.js';
import { type AmendedAnswer } from './amend-terms.command.js';
import { type ContractCommands } from './contract-commands.js';
import { FourEyesRequiredError } from './four-eyes-required.error.js';

/**
 * Changes the terms of a commitment, wherever it was signed.
 *
 * @throws CommitmentNotFoundError
 * @throws FourEyesRequiredError
 */
export async function changeTerms(
  contracts: ContractCommands,
  command: AmendTerms | VoidAmendment,
  context: CommandContext,
): Promise<AmendedAnswer> {
  const { contractId, fourEyes } = await contracts.holding(command.commitmentId);
  if (fourEyes) throw new FourEyesRequiredError(contractId);
  const { events, ...done } = await contracts.execute(contractId, command, context);
  const [event] = events;
  if (event?.type !== 'TermsAmended' && event?.type !== 'AmendmentVoided') {
    throw new Error('a change of terms is always recorded');
  }
  return { ...done, contractId, termsVersion: event.version };
}
