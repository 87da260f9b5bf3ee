import { ContractRefusedError } from '../contract/contract.errors.js';
import {
  type ApplicabilityFraction,
  type ApplicabilityObject,
  type ApplicabilityRule,
} from '../scope/applicability.js';
import { isDimension } from '../scope/dimensions.js';

/**
 * Checks an applicability object by the FOCUS 1.4 schema and against the dimensions that are kept.
 *
 * @throws ContractRefusedError `scope-invalid`, `scope-dimension-unknown`, `scope-not-computable`
 */
export function checkScope(scope: ApplicabilityObject, pointer: string): void {
  const invalid = (detail: string): never => {
    throw new ContractRefusedError('scope-invalid', pointer, detail);
  };
  const { Inclusions: inclusions = [], Exclusions: exclusions } = scope;
  if (scope.IsGlobalScope === true && scope.IsComplexScope === true) invalid('global and complex');
  if (scope.IsComplexScope === true) {
    const detail = 'a scope beyond the schema cannot be computed';
    throw new ContractRefusedError('scope-not-computable', `${pointer}/IsComplexScope`, detail);
  }
  if (scope.IsGlobalScope === true) {
    if (inclusions.length > 0 || scope.InclusionOperator !== undefined) {
      invalid('a global scope has no inclusions');
    }
  } else if (inclusions.length === 0 || scope.InclusionOperator === undefined) {
    invalid('inclusions and their operator are required');
  }
  if (exclusions !== undefined && (exclusions.length === 0 || !scope.ExclusionOperator)) {
    invalid('exclusions need an entry and an operator');
  }
  checkShare(scope.Applicability, `${pointer}/Applicability`);
  checkRules(inclusions, `${pointer}/Inclusions`);
  checkRules(exclusions ?? [], `${pointer}/Exclusions`);
}

/** @throws ContractRefusedError `scope-invalid`, `scope-dimension-unknown` */
export function checkRules(rules: readonly ApplicabilityRule[], pointer: string): void {
  rules.forEach((rule, index) => {
    const at = `${pointer}/${index}`;
    if (!isDimension(rule.Dimension)) {
      const detail = `"${rule.Dimension}" is not kept with usage`;
      throw new ContractRefusedError('scope-dimension-unknown', `${at}/Dimension`, detail);
    }
    checkWildcard(rule, at);
    checkShare(rule.Applicability, `${at}/Applicability`);
  });
}

function checkWildcard(
  { Operator: operator, Values: values }: ApplicabilityRule,
  at: string,
): void {
  const existence = operator === 'Exists' || operator === 'DoesNotExist';
  const wild = values.includes('*');
  const allowed = existence || operator === 'In' || operator === 'Contains';
  if (values.length > 0 && (wild ? values.length === 1 && allowed : !existence)) return;
  const detail = `${operator} does not take ${JSON.stringify(values)}`;
  throw new ContractRefusedError('scope-invalid', `${at}/Values`, detail);
}

function checkShare(share: ApplicabilityFraction | undefined, pointer: string): void {
  for (const [name, value] of Object.entries(share ?? {}) as [string, number | undefined][]) {
    if (value === undefined) continue;
    const four = Math.round(value * 10_000) / 10_000 === value;
    if (value >= 0 && value <= 1 && four) continue;
    const detail = `${value} is not 0 to 1 with at most 4 decimals`;
    throw new ContractRefusedError('scope-invalid', `${pointer}/${name}`, detail);
  }
}
