import { end } from './end.js';
import { type EvaluateInput } from './evaluate-input.js';
import { evaluateMilestone } from './evaluate-milestone.js';
import { evaluateProjectedShortfall } from './evaluate-projected-shortfall.js';
import { evaluateSilence } from './evaluate-silence.js';
import { type Evaluation } from './number.js';

/**
 * Next state of one alert and the changes on the way. Pure: no clock, no I/O, no randomness. A data
 * clock that jumped is caught up day by day, so late arrival gives the transitions of on-time arrival.
 */
export function evaluate(input: EvaluateInput): Evaluation {
  const { contractVersion } = input.facts;
  // Whoever folds the ledger again meets every contract event again; it was a decision once.
  const known =
    input.cause === 'contract_change' && input.state.contractVersion === contractVersion;
  const { state, transitions } = evaluateKind({ ...input, cause: known ? 'usage' : input.cause });
  return { state: { ...state, contractVersion }, transitions };
}

function evaluateKind(input: EvaluateInput): Evaluation {
  const { rule } = input;
  if (rule.state !== 'active') {
    const why = rule.state;
    return end(input, why === 'paused' ? 'rule_paused' : 'rule_deleted', () => ({
      values: {},
      summary: `rule ${rule.name} ${why}`,
    }));
  }
  switch (rule.kind) {
    case 'projected-shortfall':
      return evaluateProjectedShortfall({ ...input, rule });
    case 'milestone':
      return evaluateMilestone({ ...input, rule });
    case 'data-quality':
      return evaluateSilence({ ...input, rule });
  }
}
