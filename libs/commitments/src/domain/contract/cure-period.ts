import { dayNumber, dayOfInstant } from '@app/calendar';
import { parseE18 } from '@app/money';
import { checkAmount, checkReason } from '../checks/check-values.js';
import { type CurePeriod } from './contract.commands.js';
import { ContractRefusedError } from './contract.errors.js';
import { type PeriodCured } from './contract.events.js';
import { type Contract } from './contract.state.js';
import { findCommitment } from './find-commitment.js';
import { findPeriod } from './find-period.js';

/**
 * Moves counted spend of the next period into a closed one, within the days of its cure.
 *
 * @throws ContractRefusedError `period-not-ended` (not closed), `period-closed` (the days are over),
 *   `cure-too-large` (more than the gap, or than the next period has counted)
 */
export function curePeriod(contract: Contract, command: CurePeriod): PeriodCured[] {
  const { commitmentId, index, amount, reason } = command;
  const { terms, closed } = findPeriod(contract, findCommitment(contract, commitmentId), index);
  checkReason(reason);
  const value = checkAmount(amount, '/amount');
  if (closed === undefined) {
    throw new ContractRefusedError('period-not-ended', '/index', `period ${index} is not closed`);
  }
  const lastDay = dayNumber(dayOfInstant(closed.closedAt)) + terms.lateData.cureDays;
  if (dayNumber(dayOfInstant(command.at)) >= lastDay) {
    throw new ContractRefusedError(
      'period-closed',
      '/index',
      `the cure of period ${index} is over`,
    );
  }
  for (const limit of [command.gap, command.nextCounted]) {
    if (value <= parseE18(limit)) continue;
    throw new ContractRefusedError('cure-too-large', '/amount', `${amount} is more than ${limit}`);
  }
  return value === 0n ? [] : [{ type: 'PeriodCured', commitmentId, index, amount, reason }];
}
