import { describeSilence, readSilence } from './data-quality.js';
import { type EvaluateInput } from './evaluate-input.js';
import { evaluateOnce } from './evaluate-once.js';
import { type Evaluation } from './number.js';
import { type DataQualityRule } from './rule.js';

/** R10 for the source that the scope names, on the wall clock. */
export function evaluateSilence(input: EvaluateInput<DataQualityRule>): Evaluation {
  const { rule, facts, state, now } = input;
  const source = facts.sources.find((each) => each.source === state.key.scope);
  return evaluateOnce(input, {
    clock: Date.parse(now),
    readings: [readSilence(rule, source, now)],
    stale: false,
    describe: describeSilence(rule, state.key.scope, source, now),
  });
}
