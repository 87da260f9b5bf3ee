import { type Instant } from './facts.js';
import { type Severity } from './severity.js';

/** One alert per commitment, period, rule and scope (threshold, source). */
export interface AlertKey {
  /** `*` for alerts of the ledger itself. */
  readonly commitmentId: string;
  /** 0 for alerts of the ledger itself. */
  readonly periodIndex: number;
  readonly ruleId: string;
  readonly scope: string;
}

export type Phase = 'ok' | 'pending' | 'firing' | 'recovering';

/** Clock value from which on a level's condition has held without a break. */
export type Timers = Readonly<Partial<Record<Severity, number>>>;

/**
 * Memory of one alert between evaluations. Clock values are day numbers of the data clock for usage
 * rules, milliseconds of the wall clock for R10.
 */
export interface AlertState {
  readonly key: AlertKey;
  readonly ruleRevision: number;
  /** Version of the contract at the last evaluation; a decision is one once. */
  readonly contractVersion: number | null;
  readonly phase: Phase;
  /** Last value evaluated; never moves back. Null: never evaluated. */
  readonly clock: number | null;
  /** Lowest first; empty in `ok` and `pending`. */
  readonly latched: readonly Severity[];
  readonly entering: Timers;
  readonly leaving: Timers;
  /** Counts from 1; 0 before the first firing. */
  readonly episode: number;
  /** Within the episode; one per change that somebody is told. */
  readonly revision: number;
  /** Somebody was told of the running episode. */
  readonly told: boolean;
  /** Clock value at which the condition of the running episode first held. */
  readonly since: number | null;
  readonly firedAt: Instant | null;
}

/** State of a key that was never evaluated. */
export function initialState(key: AlertKey, ruleRevision: number): AlertState {
  return {
    key,
    ruleRevision,
    contractVersion: null,
    phase: 'ok',
    clock: null,
    latched: [],
    entering: {},
    leaving: {},
    episode: 0,
    revision: 0,
    told: false,
    since: null,
    firedAt: null,
  };
}

/** Back to silence; episode numbers go on counting. */
export function rest(state: AlertState): AlertState {
  return {
    ...state,
    phase: 'ok',
    latched: [],
    entering: {},
    leaving: {},
    told: false,
    since: null,
    firedAt: null,
  };
}

/** Highest latched level; null while nothing fires. */
export function severityOf(state: AlertState): Severity | null {
  return state.latched.at(-1) ?? null;
}
