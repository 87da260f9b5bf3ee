import { type SeriesAttributes } from '@app/usage-ledger/domain';
import { type ApplicabilityRule } from './applicability.js';
import { dimensionOf } from './dimensions.js';

/**
 * One comparison in the words of FOCUS: without case; a missing dimension satisfies only
 * DoesNotExist, NotIn, NotStartsWith and NotContains; `["*"]` matches every value.
 */
export function matchesRule(attrs: SeriesAttributes, rule: ApplicabilityRule): boolean {
  const value = dimensionOf(attrs, rule.Dimension)?.toLowerCase();
  const some = (test: (value: string, wanted: string) => boolean): boolean =>
    value !== undefined &&
    rule.Values.some((wanted) => wanted === '*' || test(value, wanted.toLowerCase()));
  switch (rule.Operator) {
    case 'In':
      return some((text, wanted) => text === wanted);
    case 'NotIn':
      return !some((text, wanted) => text === wanted);
    case 'StartsWith':
      return some((text, wanted) => text.startsWith(wanted));
    case 'NotStartsWith':
      return !some((text, wanted) => text.startsWith(wanted));
    case 'Contains':
      return some((text, wanted) => text.includes(wanted));
    case 'NotContains':
      return !some((text, wanted) => text.includes(wanted));
    case 'EndsWith':
      return some((text, wanted) => text.endsWith(wanted));
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
  }
}
