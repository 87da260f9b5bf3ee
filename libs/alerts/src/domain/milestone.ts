import { E18, formatMinor, formatRatio, parseE18 } from '@app/money';
import { type Facts, type PeriodFacts } from './facts.js';
import { type Reading } from './machine.js';
import { type MilestoneRule, type Threshold } from './rule.js';
import { type Account, type Describe } from './transition.js';
import { minimumInWords, partInWords } from './words.js';

/** Scope of the alert of one mark: `50%`, or the amount in plain decimals. */
export function scopeOfThreshold({ unit, value }: Threshold): string {
  return unit === 'percent' ? `${value}%` : value;
}

/**
 * Reading of one mark of R8 against what is counted at the head, today included. Where nothing is
 * required no share can be reached.
 */
export function readMilestone(
  rule: MilestoneRule,
  threshold: Threshold,
  period: PeriodFacts,
): Reading {
  const { requirementE18, countedE18 } = period;
  const reached =
    threshold.unit === 'amount'
      ? countedE18 >= parseE18(threshold.value)
      : requirementE18 > 0n &&
        countedE18 * 100n * E18 >= parseE18(threshold.value) * requirementE18;
  return { severity: rule.severity, enters: reached, exits: !reached, forUnits: 0, keepUnits: 0 };
}

/** Figures and sentence of R8. */
export const describeMilestone =
  (threshold: Threshold, facts: Facts, period: PeriodFacts): Describe =>
  (type): Account => {
    const { requirementE18, countedE18 } = period;
    const [minimum, amounts] = [
      minimumInWords(period),
      partInWords(countedE18, requirementE18, facts.currency),
    ];
    const mark =
      threshold.unit === 'percent'
        ? `${threshold.value} % of the ${minimum}`
        : `${formatMinor(parseE18(threshold.value), facts.currency)} ${facts.currency} towards the ${minimum}`;
    return {
      summary: `${mark} ${type === 'AlertFired' ? 'reached' : 'no longer reached'}: ${amounts} counted`,
      values: {
        requirement: formatMinor(requirementE18, facts.currency),
        counted: formatMinor(countedE18, facts.currency),
        attainment: requirementE18 > 0n ? formatRatio(countedE18, requirementE18) : null,
        threshold: threshold.value,
        thresholdUnit: threshold.unit,
      },
    };
  };
