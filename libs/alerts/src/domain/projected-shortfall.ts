import { divideHalfEven, E18, formatMinor, formatRatio, parseE18 } from '@app/money';
import { severityOf } from './alert-state.js';
import { type Facts, type PeriodFacts } from './facts.js';
import { type Reading } from './machine.js';
import { LEAST_HISTORY_DAYS, type Outlook, RUN_RATE_DAYS } from './outlook.js';
import { type ProjectedShortfallRule } from './rule.js';
import { type Account, type Describe, type Values } from './transition.js';
import { type Severity } from './severity.js';
import { lastDayInWords, minimumInWords, partInWords } from './words.js';

/** Readings of R2 at one value of the data clock; null while the history is too young to judge. */
export function readProjectedShortfall(
  rule: ProjectedShortfallRule,
  outlook: Outlook,
): Reading[] | null {
  if (outlook.historyDays < LEAST_HISTORY_DAYS) return null;
  const { requiredE18, p50E18 } = outlook;
  const missingE18 = requiredE18 > 0n ? requiredE18 - p50E18 : 0n;
  // A share is compared as missing × 1 against line × required: no quotient, no rounding.
  const [value, unit]: [bigint, bigint] =
    rule.measure === 'ratio' ? [missingE18 * E18, requiredE18] : [missingE18, 1n];
  const needed = requiredE18 > 0n;
  return rule.levels.map((level) => ({
    severity: level.severity,
    enters: needed && value >= parseE18(level.enter) * unit,
    exits: !needed || value <= parseE18(level.exit) * unit,
    forUnits: level.forDays,
    keepUnits: level.keepDays,
  }));
}

/** Figures and sentence of R2. */
export const describeProjectedShortfall =
  (rule: ProjectedShortfallRule, facts: Facts, period: PeriodFacts, outlook: Outlook): Describe =>
  (type, state, previous): Account => ({
    values: shortfallValues(rule, facts, outlook, severityOf(state) ?? previous),
    summary: `${minimumInWords(period)} ${headline(type)}: ${partInWords(outlook.p50E18, outlook.requiredE18, facts.currency)} expected by ${lastDayInWords(period)}`,
  });

function headline(type: Parameters<Describe>[0]): string {
  switch (type) {
    case 'AlertFired':
    case 'AlertRefired':
      return 'at risk';
    case 'AlertSeverityRaised':
      return 'at greater risk';
    case 'AlertSeverityLowered':
      return 'at lesser risk';
    case 'AlertPending':
      return 'may be at risk';
    case 'AlertRecovering':
      return 'recovering';
    case 'AlertPendingCleared':
    case 'AlertResolved':
      return 'no longer at risk';
  }
}

function shortfallValues(
  rule: ProjectedShortfallRule,
  { currency }: Facts,
  outlook: Outlook,
  severity: Severity | null,
): Values {
  const { requiredE18, countedE18, p50E18, plannedE18, flow28E18, leftDays } = outlook;
  const money = (valueE18: bigint): string => formatMinor(valueE18, currency);
  const gapE18 = positive(requiredE18 - countedE18);
  const days = BigInt(RUN_RATE_DAYS);
  const level = rule.levels.find((each) => each.severity === severity) ?? rule.levels[0];
  return {
    requirement: money(requiredE18),
    counted: money(countedE18),
    gap: money(gapE18),
    variance: money(countedE18 - plannedE18),
    projectedP50: money(p50E18),
    shortfallP50: money(positive(requiredE18 - p50E18)),
    pShortfall: null,
    requiredPerDay: leftDays === 0 ? null : money(divideHalfEven(gapE18, BigInt(leftDays))),
    trailing28PerDay: money(divideHalfEven(flow28E18, days)),
    requiredRunRate:
      leftDays === 0 || flow28E18 <= 0n
        ? null
        : formatRatio(gapE18 * days, flow28E18 * BigInt(leftDays)),
    daysLeft: leftDays,
    pointOfNoReturn: null,
    neededWeeklyGrowth: null,
    enter: level?.enter ?? null,
    exit: level?.exit ?? null,
  };
}

function positive(valueE18: bigint): bigint {
  return valueE18 > 0n ? valueE18 : 0n;
}
