import { type Day, dayNumber } from '@app/calendar';
import { checkDay } from '../checks/check-values.js';
import { ContractRefusedError } from './contract.errors.js';
import { type Contract } from './contract.state.js';
import { findCommitment } from './find-commitment.js';
import { periodsOf } from './find-period.js';

/** A commitment ends early only once, inside a period that is not closed. */
export function checkEnding(
  contract: Contract,
  { commitmentId, effectiveOn }: { commitmentId: string; effectiveOn: Day },
): void {
  const commitment = findCommitment(contract, commitmentId);
  checkDay(effectiveOn, '/effectiveOn');
  const day = dayNumber(effectiveOn);
  const running = periodsOf(contract, commitment).find(
    ({ start, end }) => start < day && day < end,
  );
  const closed = commitment.closed.some(({ index }) => index === running?.index);
  if (running !== undefined && !closed && commitment.ending === undefined) return;
  const detail = `${effectiveOn} is not inside a running period of ${commitmentId}`;
  throw new ContractRefusedError('renewal-invalid', '/effectiveOn', detail);
}
