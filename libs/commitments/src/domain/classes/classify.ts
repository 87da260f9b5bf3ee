import { type SeriesAttributes } from '@app/usage-ledger/domain';
import { type Contract } from '../contract/contract.state.js';
import { matchesRule } from '../scope/match-rule.js';
import { type SpendClass, type Terms } from '../terms/terms.js';
import { classifyBuiltin } from './builtin-rules.js';

/** A class and the rule that gave it. */
export interface Classified {
  readonly class: SpendClass;
  /** A rule of the contract, or `builtin@1/marketplace`. */
  readonly ruleId: string;
}

/** Class of a line: the contract's own rules first, then the built-in set; the first match wins. */
export function classify(
  line: SeriesAttributes,
  terms: Pick<Terms, 'rules' | 'ruleSetVersion'>,
  contract: Contract,
): Classified {
  const own = terms.rules.find(({ where }) => where.every((rule) => matchesRule(line, rule)));
  if (own) return { class: own.class, ruleId: own.ruleId };
  const spendClass = classifyBuiltin(line, contract);
  const name = spendClass.toLowerCase().replaceAll('_', '-');
  return { class: spendClass, ruleId: `builtin@${terms.ruleSetVersion}/${name}` };
}
