export {
  type AlertKey,
  type AlertState,
  initialState,
  type Phase,
  severityOf,
} from './alert-state.js';
export { cadenceSeconds, isLate } from './data-quality.js';
export { defaultCommitmentRules, defaultLedgerRules, type RuleIdOf } from './default-rules.js';
export { evaluate } from './evaluate.js';
export { type EvaluateInput } from './evaluate-input.js';
export {
  type Cause,
  type DayFacts,
  type Facts,
  type Instant,
  type PeriodFacts,
  type PeriodState,
  type SourceFacts,
} from './facts.js';
export { COMMITMENT_SCOPE, keysToWatch, LEDGER, ledgerFacts } from './keys.js';
export { type ChangeType } from './machine.js';
export { type Evaluation } from './number.js';
export {
  type DataQualityRule,
  type Feed,
  type Level,
  type MilestoneRule,
  type ProjectedShortfallRule,
  RULE_KINDS,
  type RuleKind,
  type RuleRevision,
  type Threshold,
} from './rule.js';
export {
  type NewRule,
  type RuleBody,
  type RuleCommand,
  ruleDecider,
  type RuleEvent,
} from './rule.decider.js';
export {
  RuleExistsError,
  RuleKindUnknownError,
  RuleLevelsInvalidError,
  RuleNotFoundError,
  RuleParameterInvalidError,
  RuleTooManyThresholdsError,
} from './rule.errors.js';
export { compareSeverity, SEVERITIES, type Severity } from './severity.js';
export { type Resolution, type Transition, type Values } from './transition.js';
