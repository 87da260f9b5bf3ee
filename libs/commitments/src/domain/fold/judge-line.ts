import { type SeriesAttributes } from '@app/usage-ledger/domain';
import { type NotCountedReason } from '../attainment/not-counted.js';
import { classFraction } from '../classes/class-fraction.js';
import { classify } from '../classes/classify.js';
import { type Commitment, type Contract } from '../contract/contract.state.js';
import { insideContract } from '../scope/judge-contract.js';
import { judgeScope } from '../scope/judge-scope.js';
import { type TermsSegment } from '../terms/terms-timeline.js';
import { type SpendClass } from '../terms/terms.js';

/** What a commitment thinks of a series while one segment of its terms holds. */
export interface Verdict {
  readonly class: SpendClass;
  readonly ruleId: string;
  readonly reason: NotCountedReason | 'unclassified' | null;
  readonly applicabilityE4: bigint;
  readonly fractionE4: bigint;
  readonly termsVersion: number;
}

/** Days by which the clauses of a line are tested. */
export interface TestedDays {
  readonly usageDay: number;
  readonly invoiceDay: number;
}

const WHOLE = 10_000n;

/** Contract, scope, class and fraction of a series: once per (series, terms segment). */
export function judgeLine(
  line: SeriesAttributes,
  contract: Contract,
  commitment: Commitment,
  { terms, version }: TermsSegment,
  days: TestedDays,
): Verdict {
  const classified = classify(line, terms, contract);
  const verdict = { ...classified, termsVersion: version };
  const outside = (reason: NotCountedReason): Verdict => ({
    ...verdict,
    reason,
    applicabilityE4: WHOLE,
    fractionE4: 0n,
  });
  if (!insideContract(line, contract)) return outside('outside-contract');
  const metric = commitment.category === 'USAGE' ? 'Usage' : 'Cost';
  const applicabilityE4 = judgeScope(line, commitment.scope, metric);
  if (applicabilityE4 === null) return outside('out-of-scope');
  const { usageDay, invoiceDay } = days;
  const fraction = classFraction(line, classified.class, terms, usageDay, invoiceDay);
  return { ...verdict, ...fraction, applicabilityE4 };
}
