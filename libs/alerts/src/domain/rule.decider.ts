import { checkRule } from './check-rule.js';
import { RuleExistsError, RuleKindUnknownError, RuleNotFoundError } from './rule.errors.js';
import { RULE_KINDS, type RuleRevision } from './rule.js';

/** A rule as somebody writes it: everything but what the ledger numbers. */
export type NewRule = DistributiveOmit<RuleRevision, 'revision' | 'state'>;

/** The same without its id, which follows from commitment, kind and name. */
export type RuleBody = DistributiveOmit<NewRule, 'ruleId'>;

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

export type RuleCommand =
  | { readonly type: 'CreateRule'; readonly rule: NewRule }
  | {
      readonly type: 'ChangeRule';
      readonly ruleId: string;
      /** Members of the rule's own kind; others have no effect on it. */
      readonly changes: Readonly<Record<string, unknown>>;
    }
  | { readonly type: 'DeleteRule'; readonly ruleId: string };

export type RuleEvent =
  | {
      readonly type: 'AlertRuleInstalled';
      readonly origin: 'default' | 'operator';
      readonly rule: RuleRevision;
    }
  | { readonly type: 'AlertRuleChanged'; readonly rule: RuleRevision };

export interface RuleState {
  readonly rule: RuleRevision | null;
}

/** Life of one rule; each edit is a revision, and a deleted rule may be created again. */
export const ruleDecider = {
  initial: (): RuleState => ({ rule: null }),
  decide,
  evolve: (_state: RuleState, { rule }: RuleEvent): RuleState => ({ rule }),
};

/**
 * @throws RuleKindUnknownError, RuleExistsError, RuleNotFoundError and what `checkRule` throws
 */
function decide({ rule: known }: RuleState, command: RuleCommand): RuleEvent[] {
  if (command.type === 'CreateRule') {
    const { kind, name } = command.rule;
    if (!RULE_KINDS.includes(kind)) throw new RuleKindUnknownError(kind);
    if (known !== null && known.state !== 'deleted') throw new RuleExistsError(kind, name);
    const rule: RuleRevision = {
      ...command.rule,
      revision: (known?.revision ?? 0) + 1,
      state: 'active',
    };
    checkRule(rule);
    return [{ type: 'AlertRuleInstalled', origin: 'operator', rule }];
  }
  if (known === null || known.state === 'deleted') throw new RuleNotFoundError(command.ruleId);
  const changed: RuleRevision = {
    ...known,
    ...(command.type === 'ChangeRule' ? command.changes : { state: 'deleted' as const }),
    revision: known.revision + 1,
  };
  checkRule(changed);
  return [{ type: 'AlertRuleChanged', rule: changed }];
}
