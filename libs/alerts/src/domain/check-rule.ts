import { MoneyInvalidError, parseE18 } from '@app/money';
import { scopeOfThreshold } from './milestone.js';
import {
  RuleLevelsInvalidError,
  RuleParameterInvalidError,
  RuleTooManyThresholdsError,
} from './rule.errors.js';
import { type Feed, type Level, type RuleRevision, type Threshold } from './rule.js';
import { compareSeverity } from './severity.js';

const MOST_THRESHOLDS = 20;
const MOST_DAYS = 364;

/**
 * Checks what a rule says.
 *
 * @throws RuleParameterInvalidError, RuleLevelsInvalidError, RuleTooManyThresholdsError
 */
export function checkRule(rule: RuleRevision): void {
  switch (rule.kind) {
    case 'projected-shortfall':
      checkLevels(rule.levels);
      return;
    case 'milestone':
      checkThresholds(rule.thresholds);
      return;
    case 'data-quality':
      for (const [index, feed] of rule.feeds.entries()) checkFeed(feed, `/feeds/${index}`);
  }
}

// Ascending severities with ascending lines, each with its exit below its enter.
function checkLevels(levels: readonly Level[]): void {
  if (levels.length === 0) throw new RuleLevelsInvalidError('a rule has a level', '/levels');
  for (const [index, level] of levels.entries()) {
    const pointer = `/levels/${index}`;
    const [enter, exit] = [
      decimal(level.enter, `${pointer}/enter`),
      decimal(level.exit, `${pointer}/exit`),
    ];
    if (exit >= enter) {
      throw new RuleLevelsInvalidError('exit must lie below enter', `${pointer}/exit`);
    }
    wholeDays(level.forDays, `${pointer}/forDays`);
    wholeDays(level.keepDays, `${pointer}/keepDays`);
    const before = levels[index - 1];
    const ascends =
      before === undefined ||
      (compareSeverity(level.severity, before.severity) > 0 &&
        enter > decimal(before.enter, pointer) &&
        exit >= decimal(before.exit, pointer));
    if (!ascends) throw new RuleLevelsInvalidError('levels must ascend', pointer);
  }
}

function checkThresholds(thresholds: readonly Threshold[]): void {
  if (thresholds.length === 0) {
    throw new RuleParameterInvalidError('a milestone has a threshold', '/thresholds');
  }
  if (thresholds.length > MOST_THRESHOLDS) throw new RuleTooManyThresholdsError(thresholds.length);
  const scopes = new Set<string>();
  for (const [index, threshold] of thresholds.entries()) {
    const pointer = `/thresholds/${index}`;
    if (decimal(threshold.value, `${pointer}/value`) <= 0n) {
      throw new RuleParameterInvalidError('a threshold lies above zero', `${pointer}/value`);
    }
    const scope = scopeOfThreshold(threshold);
    if (scopes.has(scope)) throw new RuleParameterInvalidError(`${scope} stands twice`, pointer);
    scopes.add(scope);
  }
}

function checkFeed({ source, cadenceSeconds }: Feed, pointer: string): void {
  if (source === '') {
    throw new RuleParameterInvalidError('a source has a name', `${pointer}/source`);
  }
  const fits = cadenceSeconds === null || (Number.isInteger(cadenceSeconds) && cadenceSeconds > 0);
  if (!fits) {
    const why = 'a cadence is a whole number of seconds above zero';
    throw new RuleParameterInvalidError(why, `${pointer}/cadenceSeconds`);
  }
}

function wholeDays(days: number, pointer: string): void {
  if (Number.isInteger(days) && days >= 0 && days <= MOST_DAYS) return;
  throw new RuleParameterInvalidError(`days are whole, 0 to ${MOST_DAYS}`, pointer);
}

function decimal(text: string, pointer: string): bigint {
  try {
    return parseE18(text);
  } catch (error) {
    if (error instanceof MoneyInvalidError) {
      throw new RuleParameterInvalidError(error.message, pointer);
    }
    throw error;
  }
}
