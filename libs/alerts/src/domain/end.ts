import { formatDay } from '@app/calendar';
import { rest } from './alert-state.js';
import { type EvaluateInput } from './evaluate-input.js';
import { type Evaluation, number } from './number.js';
import { type RuleKind } from './rule.js';
import { type Describe, type Resolution } from './transition.js';

const MS_PER_DAY = 86_400_000;

/** Clock values as people read them: days, also for R10 whose clock runs in milliseconds. */
export function clockFormat(kind: RuleKind): (clock: number) => string {
  return kind === 'data-quality' ? (clock) => formatDay(Math.floor(clock / MS_PER_DAY)) : formatDay;
}

/** Ends whatever is going on, for a reason other than recovery. Silent in `ok`. */
export function end(input: EvaluateInput, resolution: Resolution, describe: Describe): Evaluation {
  const { rule, now, cause } = input;
  const state = { ...input.state, ruleRevision: rule.revision };
  if (state.phase === 'ok') return { state, transitions: [] };
  const resolved = rest(state);
  const stepped = {
    state: resolved,
    changes: [{ type: 'AlertResolved' as const, state: resolved }],
  };
  return number(state, stepped, {
    cause,
    now,
    evaluation: 'current',
    resolution,
    formatClock: clockFormat(rule.kind),
    describe,
  });
}
