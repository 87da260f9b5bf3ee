import { clockFormat, end } from './end.js';
import { type EvaluateInput, isDecision } from './evaluate-input.js';
import { type Reading, step } from './machine.js';
import { type Evaluation, number } from './number.js';
import { type Describe } from './transition.js';

/** What a rule says at one value of the clock. */
export interface Judgement {
  readonly clock: number;
  readonly readings: readonly Reading[];
  readonly stale: boolean;
  readonly describe: Describe;
}

/** One step of the machine. An edit after which no level is entered ends the episode. */
export function evaluateOnce(
  input: EvaluateInput,
  { clock, readings, stale, describe }: Judgement,
): Evaluation {
  const { rule, cause, now } = input;
  const edited = input.state.ruleRevision !== rule.revision;
  if (edited && !readings.some((reading) => reading.enters)) {
    return end(input, 'rule_updated', describe);
  }
  const state = { ...input.state, ruleRevision: rule.revision };
  const moment = {
    clock: Math.max(clock, state.clock ?? clock),
    decision: edited || isDecision(cause),
    stale,
  };
  return number(state, step(state, readings, moment), {
    cause,
    now,
    evaluation: stale ? 'stale' : 'current',
    resolution: 'recovered',
    formatClock: clockFormat(rule.kind),
    describe,
  });
}
