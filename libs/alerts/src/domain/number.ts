import { type AlertState, severityOf } from './alert-state.js';
import { type Cause, type Instant } from './facts.js';
import { type ChangeType, type Step } from './machine.js';
import { type Describe, type Resolution, type Transition } from './transition.js';

/** What the changes of one evaluation have in common. */
export interface Occasion {
  readonly cause: Cause;
  readonly now: Instant;
  readonly evaluation: 'current' | 'stale';
  readonly resolution: Resolution;
  /** Clock values as people read them. */
  readonly formatClock: (clock: number) => string;
  readonly describe: Describe;
}

export interface Evaluation {
  readonly state: AlertState;
  readonly transitions: readonly Transition[];
}

/** Gives the changes of a step their episode and revision numbers, words and figures. */
export function number(before: AlertState, stepped: Step, occasion: Occasion): Evaluation {
  let previous = before;
  const transitions = stepped.changes.map(({ type, state }) => {
    const after = { ...state, ...count(previous, type, occasion.now) };
    const transition = toTransition(type, previous, after, occasion);
    previous = type === 'AlertResolved' ? { ...after, told: false, firedAt: null } : after;
    return transition;
  });
  const { episode, revision, told, firedAt } = previous;
  return { state: { ...stepped.state, episode, revision, told, firedAt }, transitions };
}

type Count = Pick<AlertState, 'episode' | 'revision' | 'told' | 'firedAt'>;

function count(state: AlertState, type: ChangeType, now: Instant): Count {
  const { episode, revision, told, firedAt } = state;
  switch (type) {
    case 'AlertFired':
      return { episode: episode + 1, revision: 1, told: true, firedAt: now };
    case 'AlertSeverityRaised':
    case 'AlertSeverityLowered':
    case 'AlertResolved':
      return { episode, revision: told ? revision + 1 : revision, told, firedAt };
    case 'AlertPending':
    case 'AlertPendingCleared':
    case 'AlertRecovering':
    case 'AlertRefired':
      return { episode, revision, told, firedAt };
  }
}

const TOLD: readonly ChangeType[] = [
  'AlertFired',
  'AlertSeverityRaised',
  'AlertSeverityLowered',
  'AlertResolved',
];

function toTransition(
  type: ChangeType,
  before: AlertState,
  after: AlertState,
  occasion: Occasion,
): Transition {
  const previousSeverity = severityOf(before);
  const since = after.since ?? before.since;
  return {
    type,
    key: after.key,
    ruleRevision: after.ruleRevision,
    episode: after.episode,
    revision: after.revision,
    told: after.told && TOLD.includes(type),
    phase: after.phase,
    severity: severityOf(after) ?? previousSeverity,
    previousSeverity,
    resolution: type === 'AlertResolved' ? occasion.resolution : null,
    cause: occasion.cause,
    evaluation: occasion.evaluation,
    since: since === null ? null : occasion.formatClock(since),
    firedAt: after.firedAt,
    recordedAt: occasion.now,
    ...occasion.describe(type, after, previousSeverity),
  };
}
