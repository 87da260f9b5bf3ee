/** How much of a matching line is eligible (FOCUS 1.4 ApplicabilityObject); JSON numbers 0..1. */
export interface ApplicabilityFraction {
  readonly Cost?: number | undefined;
  readonly Usage?: number | undefined;
}

export type ApplicabilityOperator =
  | 'In'
  | 'NotIn'
  | 'StartsWith'
  | 'NotStartsWith'
  | 'Contains'
  | 'NotContains'
  | 'EndsWith'
  | 'Exists'
  | 'DoesNotExist';

/** One comparison of a dimension (FOCUS 1.4 ApplicabilityRule); `["*"]` matches every value. */
export interface ApplicabilityRule {
  /** A FOCUS column that is a dimension of usage series, or one of ours with `x_`. */
  readonly Dimension: string;
  readonly Operator: ApplicabilityOperator;
  readonly Values: readonly string[];
  readonly Applicability?: ApplicabilityFraction | undefined;
}

/** FOCUS 1.4 Contract Commitment Applicability Object; `x_` keys may stand beside. */
export interface ApplicabilityObject {
  readonly IsGlobalScope?: boolean | undefined;
  readonly IsComplexScope?: boolean | undefined;
  readonly Applicability?: ApplicabilityFraction | undefined;
  readonly InclusionOperator?: 'And' | 'Or' | undefined;
  readonly Inclusions?: readonly ApplicabilityRule[] | undefined;
  readonly ExclusionOperator?: 'And' | 'Or' | undefined;
  readonly Exclusions?: readonly ApplicabilityRule[] | undefined;
}
