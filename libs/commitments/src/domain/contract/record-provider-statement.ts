import { checkAmount, checkDay, checkReason } from '../checks/check-values.js';
import { type RecordProviderStatement } from './contract.commands.js';
import { type ProviderStatementRecorded } from './contract.events.js';
import { type Contract } from './contract.state.js';
import { findCommitment } from './find-commitment.js';

/** Records what the provider says it counted. @throws ContractRefusedError */
export function recordProviderStatement(
  contract: Contract,
  command: RecordProviderStatement,
): ProviderStatementRecorded[] {
  const { commitmentId, through, counted, evidence, reason } = command;
  const { providerStatements } = findCommitment(contract, commitmentId);
  checkReason(reason);
  checkDay(through, '/through');
  checkAmount(counted, '/counted');
  const known = providerStatements.some(
    (statement) =>
      statement.through === through &&
      statement.counted === counted &&
      statement.evidence === evidence,
  );
  if (known) return [];
  return [{ type: 'ProviderStatementRecorded', commitmentId, through, counted, evidence, reason }];
}
