import { type AlertKey, type AlertState, type Phase } from './alert-state.js';
import { type Cause, type Instant } from './facts.js';
import { type ChangeType } from './machine.js';
import { type Severity } from './severity.js';

/** Why an episode ended. */
export type Resolution =
  'recovered' | 'rule_paused' | 'rule_deleted' | 'rule_updated' | 'period_settled';

/** Figures of a message: money in minor units, ratios with four decimals, both as text. */
export type Values = Readonly<Record<string, string | number | null>>;

/** Figures and the same in a sentence, at the moment of a change. */
export interface Account {
  readonly values: Values;
  readonly summary: string;
}

/** Words and figures for a change: the state after it, and the severity before it. */
export type Describe = (type: ChangeType, state: AlertState, previous: Severity | null) => Account;

/** One change of an alert, complete: a message needs nothing but this and the facts. */
export interface Transition extends Account {
  readonly type: ChangeType;
  readonly key: AlertKey;
  readonly ruleRevision: number;
  readonly episode: number;
  readonly revision: number;
  /** A revision that subscribers are told; false for what only the history keeps. */
  readonly told: boolean;
  readonly phase: Phase;
  /** After the change; of the ended episode when resolved. Null while nothing fires. */
  readonly severity: Severity | null;
  readonly previousSeverity: Severity | null;
  readonly resolution: Resolution | null;
  readonly cause: Cause;
  readonly evaluation: 'current' | 'stale';
  /** Day from which the condition held. */
  readonly since: string | null;
  readonly firedAt: Instant | null;
  readonly recordedAt: Instant;
}
