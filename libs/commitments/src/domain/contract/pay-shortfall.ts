import { parseE18 } from '@app/money';
import { checkAmount, checkDay, checkReason } from '../checks/check-values.js';
import { type PayShortfall } from './contract.commands.js';
import { ContractRefusedError } from './contract.errors.js';
import { type ShortfallPaid } from './contract.events.js';
import { type Contract } from './contract.state.js';
import { findCommitment } from './find-commitment.js';
import { findPeriod } from './find-period.js';

/**
 * Records a payment; it may be less (outstanding) or more (overpaid) than what is due.
 *
 * @throws ContractRefusedError `no-shortfall` when the period is not closed or owes nothing
 */
export function payShortfall(contract: Contract, command: PayShortfall): ShortfallPaid[] {
  const { commitmentId, index, amount, paidOn, reason } = command;
  const { closed } = findPeriod(contract, findCommitment(contract, commitmentId), index);
  checkReason(reason);
  checkDay(paidOn, '/paidOn');
  const value = checkAmount(amount, '/amount');
  if (closed === undefined || parseE18(command.shortfall) <= 0n) {
    throw new ContractRefusedError('no-shortfall', '/index', `period ${index} owes nothing`);
  }
  return value === 0n
    ? []
    : [{ type: 'ShortfallPaid', commitmentId, index, amount, paidOn, reason }];
}
