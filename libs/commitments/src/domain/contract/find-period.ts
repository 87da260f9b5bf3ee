import { cutPeriods } from '../periods/cut-periods.js';
import { generatePeriods } from '../periods/generate-periods.js';
import { type Period } from '../periods/period.js';
import { termsAt, termsTimeline } from '../terms/terms-timeline.js';
import { type Terms } from '../terms/terms.js';
import { type ClosedPeriod } from './closed-period.js';
import { ContractRefusedError } from './contract.errors.js';
import { type Commitment, type Contract } from './contract.state.js';

/** A period of a commitment with the terms of its last day and its close. */
export interface FoundPeriod {
  readonly period: Period;
  readonly terms: Terms;
  readonly closed: ClosedPeriod | undefined;
}

/** Periods of a commitment as it stands, cut where it ended early. */
export function periodsOf(contract: Contract, { terms, ending }: Commitment): Period[] {
  const periods = generatePeriods(terms, contract);
  return ending === undefined ? periods : cutPeriods(periods, ending.effectiveOn);
}

/** @throws ContractRefusedError `not-found` */
export function findPeriod(contract: Contract, commitment: Commitment, index: number): FoundPeriod {
  const period = periodsOf(contract, commitment).find((each) => each.index === index);
  if (period === undefined) {
    throw new ContractRefusedError('not-found', '/index', `there is no period ${index}`);
  }
  const timeline = termsTimeline(commitment, contract.start);
  const closed = commitment.closed.find((each) => each.index === index);
  return { period, terms: termsAt(timeline, period.end - 1).terms, closed };
}
