import { dayNumber, dayOfInstant, formatDay } from '@app/calendar';
import { checkReason } from '../checks/check-values.js';
import { type ClosePeriod } from './contract.commands.js';
import { ContractRefusedError } from './contract.errors.js';
import { type PeriodClosed } from './contract.events.js';
import { type Contract } from './contract.state.js';
import { findCommitment } from './find-commitment.js';
import { findPeriod } from './find-period.js';

/**
 * Closes an ended period; when to do it by itself is the monitor's to know.
 *
 * @throws ContractRefusedError `period-not-ended`, `period-closed`
 */
export function closePeriod(contract: Contract, command: ClosePeriod): PeriodClosed[] {
  const commitment = findCommitment(contract, command.commitmentId);
  checkReason(command.reason);
  const { period, closed } = findPeriod(contract, commitment, command.index);
  if (closed !== undefined) {
    const detail = `period ${command.index} was closed at ${closed.closedAt}`;
    throw new ContractRefusedError('period-closed', '/index', detail);
  }
  if (dayNumber(dayOfInstant(command.at)) < period.end) {
    const detail = `period ${command.index} runs until ${formatDay(period.end)}`;
    throw new ContractRefusedError('period-not-ended', '/index', detail);
  }
  const { watermark, position, reason } = command;
  return [
    {
      type: 'PeriodClosed',
      commitmentId: commitment.commitmentId,
      index: period.index,
      closedAt: command.at,
      position,
      incomplete: watermark === null || dayNumber(watermark) < period.end,
      reason,
    },
  ];
}
