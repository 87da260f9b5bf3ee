import { type Day } from '@app/calendar';
import { type AlertState } from './alert-state.js';
import { type Cause, type Facts, type Instant } from './facts.js';
import { type RuleRevision } from './rule.js';

export interface EvaluateInput<R extends RuleRevision = RuleRevision> {
  readonly rule: R;
  readonly facts: Facts;
  readonly state: AlertState;
  /** Watermark W; the clock of an alert never moves back, whatever is passed. */
  readonly dataClock: Day | null;
  /** Database time. */
  readonly now: Instant;
  readonly cause: Cause;
  /** Sources of the commitment that R10 finds late: nothing recovers while there is one. */
  readonly silentSources: readonly string[];
}

const DECISIONS: readonly Cause[] = ['contract_change', 'price_change', 'fx_change', 'rule_change'];

/** Decisions are not noise: `for` and `keep` do not apply to them. */
export function isDecision(cause: Cause): boolean {
  return DECISIONS.includes(cause);
}
