import { dayNumber } from '@app/calendar';
import { checkCategory } from '../checks/check-category.js';
import { checkClauses } from '../checks/check-clauses.js';
import { checkAmount, checkDay, checkReason } from '../checks/check-values.js';
import { generatePeriods } from '../periods/generate-periods.js';
import { firstAmended, periodMinima } from '../periods/period-minimum.js';
import { type TermsInput, type TermsPatch } from '../terms/terms-input.js';
import { type AmendTerms } from './contract.commands.js';
import { ContractRefusedError } from './contract.errors.js';
import { type TermsAmended } from './contract.events.js';
import { type Commitment, type Contract } from './contract.state.js';
import { findCommitment, nextVersion } from './find-commitment.js';

const IMMUTABLE = [
  'basis',
  'recognition',
  'kind',
  'anchorDate',
  'every',
  'periods',
  'schedule',
  'stub',
] as const;

/**
 * Changes clauses from a day on; each named clause is replaced whole, `null` removes it.
 *
 * @throws ContractRefusedError `clause-immutable`, `effective-outside-term`, `amendment-empty`, …
 */
export function amendTerms(contract: Contract, command: AmendTerms): TermsAmended[] {
  const commitment = findCommitment(contract, command.commitmentId);
  checkReason(command.reason);
  checkDay(command.effectiveFrom, '/effectiveFrom');
  if (command.effectiveFrom < contract.start || command.effectiveFrom >= contract.end) {
    const detail = `${command.effectiveFrom} is not inside ${contract.start} to ${contract.end}`;
    throw new ContractRefusedError('effective-outside-term', '/effectiveFrom', detail);
  }
  checkPatch(commitment, command.terms);
  checkMinimum(contract, commitment, command);
  return [
    {
      type: 'TermsAmended',
      commitmentId: commitment.commitmentId,
      version: nextVersion(commitment),
      effectiveFrom: command.effectiveFrom,
      terms: command.terms,
      reason: command.reason,
      evidence: command.evidence,
    },
  ];
}

function checkPatch(commitment: Commitment, patch: TermsPatch): void {
  const named = Object.entries(patch).filter(([, value]) => value !== undefined);
  if (named.length === 0) {
    throw new ContractRefusedError('amendment-empty', '/terms', 'no clause is named');
  }
  for (const clause of IMMUTABLE) {
    if (patch[clause] === undefined) continue;
    const detail = `${clause} cannot be amended: sign a new commitment`;
    throw new ContractRefusedError('clause-immutable', `/terms/${clause}`, detail);
  }
  const given = Object.fromEntries(named.filter(([, value]) => value !== null)) as TermsInput;
  checkClauses({ ...given, kind: commitment.terms.kind }, '/terms');
  const { commitmentId, name, category, unit } = commitment;
  checkCategory({ commitmentId, name, category, unit, terms: given }, '');
}

function checkMinimum(contract: Contract, commitment: Commitment, command: AmendTerms): void {
  const { minimum } = command.terms;
  if (minimum === undefined) return;
  const wrongCount = (detail: string): never => {
    throw new ContractRefusedError('minimum-count', '/terms/minimum', detail);
  };
  if (minimum === null) return wrongCount('a minimum can be 0 but not absent');
  const amounts = typeof minimum === 'string' ? [minimum] : minimum;
  amounts.forEach((amount, index) => {
    checkAmount(amount, `/terms/minimum${typeof minimum === 'string' ? '' : `/${index}`}`);
  });
  const periods = generatePeriods(commitment.terms, contract);
  const left = periods.length - firstAmended(periods, dayNumber(command.effectiveFrom));
  if (typeof minimum !== 'string' && minimum.length !== left) {
    wrongCount(`${minimum.length} minima for the ${left} periods from that day`);
  }
  if (commitment.terms.kind === 'CUMULATIVE') checkMilestones(commitment, command, periods);
}

function checkMilestones(
  commitment: Commitment,
  command: AmendTerms,
  periods: ReturnType<typeof generatePeriods>,
): void {
  const { effectiveFrom, terms, reason } = command;
  const amendment = { version: nextVersion(commitment), effectiveFrom, terms, reason };
  const amended = { ...commitment, amendments: [...commitment.amendments, amendment] };
  const milestones = periodMinima(amended, periods, () => 'REPLACE');
  if (milestones.every((amount, i) => i === 0 || amount >= (milestones[i - 1] ?? 0n))) return;
  const detail = 'milestones of a running total never decrease';
  throw new ContractRefusedError('milestones-decrease', '/terms/minimum', detail);
}
