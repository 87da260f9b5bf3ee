import { type AlertState, rest, severityOf, type Timers } from './alert-state.js';
import { compareSeverity, type Severity } from './severity.js';

/** What one level says at one moment. */
export interface Reading {
  readonly severity: Severity;
  readonly enters: boolean;
  readonly exits: boolean;
  /** In units of the clock. */
  readonly forUnits: number;
  readonly keepUnits: number;
}

export interface Moment {
  readonly clock: number;
  /** A decision, not noise: `for` and `keep` do not apply. */
  readonly decision: boolean;
  /** Data is late: nothing recovers, resolves or de-escalates. */
  readonly stale: boolean;
}

export type ChangeType =
  | 'AlertPending'
  | 'AlertPendingCleared'
  | 'AlertFired'
  | 'AlertSeverityRaised'
  | 'AlertSeverityLowered'
  | 'AlertRecovering'
  | 'AlertRefired'
  | 'AlertResolved';

export interface Step {
  readonly state: AlertState;
  readonly changes: readonly { type: ChangeType; state: AlertState }[];
}

/**
 * One evaluation of the machine of alerts-webhooks.md section 2. `readings` are lowest severity
 * first. Neither episode nor revision changes here: whether a change is told is not decided here.
 */
export function step(before: AlertState, readings: readonly Reading[], moment: Moment): Step {
  const state = { ...before, ...timers(before, readings, moment), clock: moment.clock };
  const top = readings.findLast((reading) => hasEntered(state, reading, moment));
  if (state.latched.length === 0) return quiet(state, readings, top, moment);
  return loud(state, readings, top, moment);
}

function quiet(
  state: AlertState,
  readings: readonly Reading[],
  top: Reading | undefined,
  { clock }: Moment,
): Step {
  const since = Math.min(clock, ...Object.values(state.entering));
  if (top !== undefined) {
    const fired: AlertState = { ...latch(state, readings, top), phase: 'firing', since };
    return { state: fired, changes: [{ type: 'AlertFired', state: fired }] };
  }
  const entering = readings.some((reading) => reading.enters);
  if (entering === (state.phase === 'pending')) return { state, changes: [] };
  const next: AlertState = entering ? { ...state, phase: 'pending', since } : rest(state);
  return {
    state: next,
    changes: [{ type: entering ? 'AlertPending' : 'AlertPendingCleared', state: next }],
  };
}

function loud(
  state: AlertState,
  readings: readonly Reading[],
  top: Reading | undefined,
  moment: Moment,
): Step {
  const highest = severityOf(state);
  if (top !== undefined && highest !== null && compareSeverity(top.severity, highest) > 0) {
    const raised: AlertState = { ...latch(state, readings, top), phase: 'firing' };
    return { state: raised, changes: [{ type: 'AlertSeverityRaised', state: raised }] };
  }
  const lowest = readings.find((reading) => state.latched.includes(reading.severity));
  if (lowest === undefined || (moment.stale && lowest.exits)) return { state, changes: [] };
  if (!moment.stale && hasLeft(state, lowest, moment)) {
    const resolved = rest(state);
    return { state: resolved, changes: [{ type: 'AlertResolved', state: resolved }] };
  }
  const changes: Step['changes'][number][] = [];
  let next = moment.stale ? state : lower(state, readings, moment);
  if (next !== state) changes.push({ type: 'AlertSeverityLowered', state: next });
  const phase = lowest.exits ? 'recovering' : 'firing';
  if (next.phase !== phase) {
    next = { ...next, phase };
    changes.push({ type: lowest.exits ? 'AlertRecovering' : 'AlertRefired', state: next });
  }
  return { state: next, changes };
}

function lower(state: AlertState, readings: readonly Reading[], moment: Moment): AlertState {
  let latched = state.latched;
  while (latched.length > 1) {
    const reading = readings.find(({ severity }) => severity === latched.at(-1));
    if (reading !== undefined && !hasLeft(state, reading, moment)) break;
    latched = latched.slice(0, -1);
  }
  return latched.length === state.latched.length ? state : { ...state, latched };
}

function latch(state: AlertState, readings: readonly Reading[], top: Reading): AlertState {
  const latched = readings
    .map(({ severity }) => severity)
    .filter((severity) => compareSeverity(severity, top.severity) <= 0);
  return { ...state, latched };
}

/** A timer keeps its start while its condition holds, and restarts when it fails once. */
function timers(
  state: AlertState,
  readings: readonly Reading[],
  { clock, stale }: Moment,
): { entering: Timers; leaving: Timers } {
  const entering: Partial<Record<Severity, number>> = {};
  const leaving: Partial<Record<Severity, number>> = {};
  for (const { severity, enters, exits } of readings) {
    if (enters) entering[severity] = state.entering[severity] ?? clock;
    const started = state.leaving[severity] ?? (stale ? undefined : clock);
    if (exits && state.latched.includes(severity) && started !== undefined) {
      leaving[severity] = started;
    }
  }
  return { entering, leaving };
}

function hasEntered(state: AlertState, reading: Reading, { clock, decision }: Moment): boolean {
  const started = state.entering[reading.severity];
  return started !== undefined && (decision || clock - started >= reading.forUnits);
}

function hasLeft(state: AlertState, reading: Reading, { clock, decision }: Moment): boolean {
  const started = state.leaving[reading.severity];
  return started !== undefined && (decision || clock - started >= reading.keepUnits);
}
