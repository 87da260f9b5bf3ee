import { dayNumber } from '@app/calendar';
import { type AlertState } from './alert-state.js';
import { clockFormat, end } from './end.js';
import { type EvaluateInput, isDecision } from './evaluate-input.js';
import { evaluateOnce } from './evaluate-once.js';
import { type PeriodFacts, type PeriodState } from './facts.js';
import { type ChangeType, step } from './machine.js';
import { type Evaluation, number } from './number.js';
import { type Outlook, outlookAt } from './outlook.js';
import { describeProjectedShortfall, readProjectedShortfall } from './projected-shortfall.js';
import { type ProjectedShortfallRule } from './rule.js';
import { indexSpend } from './spend-index.js';
import { type Transition } from './transition.js';

/** A rule that is new, or meets imported history, runs this long silently before it speaks. */
const SILENT_DAYS = 28;
const SETTLED: readonly PeriodState[] = ['SETTLED', 'CURE', 'SHORTFALL_ASSESSED', 'SHORTFALL_PAID'];

type Input = EvaluateInput<ProjectedShortfallRule>;

/** R2 for one period, day by day on the data clock. */
export function evaluateProjectedShortfall(input: Input): Evaluation {
  const { facts, state, dataClock } = input;
  const period = facts.periods.find(({ index }) => index === state.key.periodIndex);
  if (period === undefined || SETTLED.includes(period.state)) {
    return end(input, 'period_settled', () => ({ values: {}, summary: 'period settled' }));
  }
  if (dataClock === null) return { state, transitions: [] };
  const spend = indexSpend(facts.days);
  const at = (clock: number): Outlook => outlookAt(facts, period, spend, clock);
  const target = Math.max(dayNumber(dataClock), state.clock ?? Number.NEGATIVE_INFINITY);
  return state.clock === null
    ? startSilently(input, period, at, target)
    : catchUp(input, period, at, target);
}

function catchUp(
  input: Input,
  period: PeriodFacts,
  at: (clock: number) => Outlook,
  target: number,
): Evaluation {
  const first = Math.min(target, (input.state.clock ?? target) + 1);
  const transitions: Transition[] = [];
  let { state } = input;
  const evaluateAt = (clock: number, cause: Input['cause']): void => {
    const made = evaluateDay({ ...input, state, cause }, period, at(clock), clock);
    state = made.state;
    transitions.push(...made.transitions);
  };
  // The days before a decision were usage; the decision itself is judged at the end of them.
  const earlier = isDecision(input.cause) ? 'usage' : input.cause;
  for (let clock = first; clock <= target; clock += 1) evaluateAt(clock, earlier);
  if (isDecision(input.cause)) evaluateAt(target, input.cause);
  return { state, transitions };
}

function evaluateDay(
  input: Input,
  period: PeriodFacts,
  outlook: Outlook,
  clock: number,
): Evaluation {
  const readings = readProjectedShortfall(input.rule, outlook);
  if (readings === null) return { state: { ...input.state, clock }, transitions: [] };
  return evaluateOnce(input, {
    clock,
    readings,
    stale: input.silentSources.length > 0,
    describe: describeProjectedShortfall(input.rule, input.facts, period, outlook),
  });
}

/** Runs the days before `target` for the memory only, then tells once what came of them. */
function startSilently(
  input: Input,
  period: PeriodFacts,
  at: (clock: number) => Outlook,
  target: number,
): Evaluation {
  let state: AlertState = { ...input.state, ruleRevision: input.rule.revision };
  const moment = { stale: false, decision: false };
  for (let clock = target - SILENT_DAYS; clock <= target; clock += 1) {
    const readings = readProjectedShortfall(input.rule, at(clock));
    const decision = clock === target && isDecision(input.cause);
    state =
      readings === null
        ? { ...state, clock }
        : step(state, readings, { ...moment, clock, decision }).state;
  }
  return number(
    { ...input.state, ruleRevision: input.rule.revision },
    { state, changes: changesInto(state.phase).map((type) => ({ type, state })) },
    {
      cause: input.cause,
      now: input.now,
      evaluation: input.silentSources.length > 0 ? 'stale' : 'current',
      resolution: 'recovered',
      formatClock: clockFormat(input.rule.kind),
      describe: describeProjectedShortfall(input.rule, input.facts, period, at(target)),
    },
  );
}

function changesInto(phase: AlertState['phase']): ChangeType[] {
  switch (phase) {
    case 'ok':
      return [];
    case 'pending':
      return ['AlertPending'];
    case 'firing':
      return ['AlertFired'];
    case 'recovering':
      return ['AlertFired', 'AlertRecovering'];
  }
}
