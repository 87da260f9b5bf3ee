import { type Amendment, type Commitment, type Contract } from '../contract/contract.state.js';
import { amendmentsInForce } from '../terms/terms-timeline.js';
import { type TermsPatch } from '../terms/terms-input.js';

/** Clauses that say which class a line has: the cause RULES; all others are the cause TERMS. */
const RULE_CLAUSES: ReadonlySet<string> = new Set(['rules', 'ruleSetVersion']);

/** Contracts of `before` whose commitments have the rules of `after` and all else as it was. */
export function withRulesOf(before: readonly Contract[], after: readonly Contract[]): Contract[] {
  return before.map((contract) => {
    const later = after.find(({ contractId }) => contractId === contract.contractId);
    const commitments = contract.commitments.map((commitment) => {
      const other = later?.commitments.find(
        ({ commitmentId }) => commitmentId === commitment.commitmentId,
      );
      return other === undefined ? commitment : withRules(commitment, other);
    });
    return { ...contract, commitments };
  });
}

/** Amendments in force before, without what they say of rules, and those after, with nothing else. */
function withRules(before: Commitment, after: Commitment): Commitment {
  const rules = clauses(after, (clause) => RULE_CLAUSES.has(clause));
  if (rules.length === 0 && clauses(before, (clause) => RULE_CLAUSES.has(clause)).length === 0) {
    return before;
  }
  const rest = clauses(before, (clause) => !RULE_CLAUSES.has(clause));
  return { ...before, amendments: [...rest, ...rules] };
}

function clauses(commitment: Commitment, keeps: (clause: string) => boolean): Amendment[] {
  return amendmentsInForce(commitment).flatMap((amendment) => {
    const kept = Object.entries(amendment.terms).filter(([clause]) => keeps(clause));
    const terms = Object.fromEntries(kept) as TermsPatch;
    return kept.length === 0 ? [] : [{ ...amendment, terms }];
  });
}
