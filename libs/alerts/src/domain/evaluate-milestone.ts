import { dayNumber, dayOfInstant } from '@app/calendar';
import { end } from './end.js';
import { type EvaluateInput } from './evaluate-input.js';
import { evaluateOnce } from './evaluate-once.js';
import { describeMilestone, readMilestone, scopeOfThreshold } from './milestone.js';
import { type Evaluation } from './number.js';
import { type MilestoneRule } from './rule.js';

/** R8 for the mark that the scope names, at the head. A mark reached stays told when its period ends. */
export function evaluateMilestone(input: EvaluateInput<MilestoneRule>): Evaluation {
  const { rule, facts, state, silentSources } = input;
  const period = facts.periods.find(({ index }) => index === state.key.periodIndex);
  const threshold = rule.thresholds.find((each) => scopeOfThreshold(each) === state.key.scope);
  if (period === undefined || threshold === undefined) {
    return end(input, 'rule_updated', () => ({
      values: {},
      summary: `mark ${state.key.scope} no longer watched`,
    }));
  }
  return evaluateOnce(input, {
    clock: dayNumber(dayOfInstant(facts.asOf)),
    readings: [readMilestone(rule, threshold, period)],
    stale: silentSources.length > 0,
    describe: describeMilestone(threshold, facts, period),
  });
}
