import { type SeriesAttributes } from '@app/usage-ledger/domain';
import { type ApplicabilityFraction, type ApplicabilityObject } from './applicability.js';
import { matchesRule } from './match-rule.js';
import { toE4 } from './ratio-e4.js';

/** Fraction (10^-4) of a matching line that is eligible, or null: out of scope. */
export function judgeScope(
  attrs: SeriesAttributes,
  scope: ApplicabilityObject,
  metric: 'Cost' | 'Usage',
): bigint | null {
  if (scope.IsComplexScope === true) return null;
  const fraction = included(attrs, scope, metric);
  return fraction === null || excluded(attrs, scope) ? null : fraction;
}

function included(
  attrs: SeriesAttributes,
  scope: ApplicabilityObject,
  metric: 'Cost' | 'Usage',
): bigint | null {
  const share = (own: ApplicabilityFraction | undefined): bigint =>
    toE4((own ?? scope.Applicability)?.[metric] ?? 1);
  if (scope.IsGlobalScope === true) return share(undefined);
  const rules = scope.Inclusions ?? [];
  const matching = rules.filter((rule) => matchesRule(attrs, rule));
  const every = scope.InclusionOperator === 'And';
  if (matching.length === 0 || (every && matching.length < rules.length)) return null;
  const shares = matching.map((rule) => share(rule.Applicability));
  return shares.reduce((a, b) => (every === a < b ? a : b));
}

function excluded(attrs: SeriesAttributes, scope: ApplicabilityObject): boolean {
  const rules = scope.Exclusions ?? [];
  if (rules.length === 0) return false;
  return scope.ExclusionOperator === 'And'
    ? rules.every((rule) => matchesRule(attrs, rule))
    : rules.some((rule) => matchesRule(attrs, rule));
}
