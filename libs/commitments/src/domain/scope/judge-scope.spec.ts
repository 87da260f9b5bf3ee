import { type SeriesAttributes } from '@app/usage-ledger/domain';
import { type ApplicabilityObject, type ApplicabilityOperator } from './applicability.js';
import { judgeScope } from './judge-scope.js';

const line = (attrs: Partial<SeriesAttributes> = {}): SeriesAttributes => ({
  source: 's',
  chargeCategory: 'Usage',
  invoiced: false,
  mask: 2,
  serviceName: 'Amazon Bedrock',
  accelerator: 'trainium2',
  ...attrs,
});
const rule = (Operator: ApplicabilityOperator, Values: string[], Dimension = 'ServiceName') => ({
  Dimension,
  Operator,
  Values,
});
const including = (
  ...Inclusions: ApplicabilityObject['Inclusions'] & object
): ApplicabilityObject => ({
  InclusionOperator: 'Or',
  Inclusions,
});
const cost = (scope: ApplicabilityObject, attrs?: Partial<SeriesAttributes>): bigint | null =>
  judgeScope(line(attrs), scope, 'Cost');

describe('operators compare without case', () => {
  it.each<[ApplicabilityOperator, string[], boolean]>([
    ['In', ['amazon bedrock', 'x'], true],
    ['In', ['bedrock'], false],
    ['In', ['*'], true],
    ['NotIn', ['AMAZON BEDROCK'], false],
    ['NotIn', ['x'], true],
    ['StartsWith', ['AMAZON'], true],
    ['NotStartsWith', ['amazon'], false],
    ['Contains', ['BED'], true],
    ['Contains', ['*'], true],
    ['NotContains', ['bed'], false],
    ['EndsWith', ['rock'], true],
    ['EndsWith', ['amazon'], false],
    ['Exists', ['*'], true],
    ['DoesNotExist', ['*'], false],
  ])('%s %j is %s', (operator, values, matches) => {
    expect(cost(including(rule(operator, values)))).toBe(matches ? 10_000n : null);
  });
});

describe('a missing dimension', () => {
  it.each<[ApplicabilityOperator, boolean]>([
    ['In', false],
    ['Contains', false],
    ['StartsWith', false],
    ['EndsWith', false],
    ['Exists', false],
    ['DoesNotExist', true],
    ['NotIn', true],
    ['NotStartsWith', true],
    ['NotContains', true],
  ])('%s is %s', (operator, matches) => {
    const values = operator.endsWith('xist') || operator === 'Exists' ? ['*'] : ['a'];
    const scope = including(rule(operator, values, 'x_Model'));
    expect(cost(scope)).toBe(matches ? 10_000n : null);
  });
});

describe('fractions', () => {
  const half = { ...rule('Contains', ['bedrock']), Applicability: { Cost: 0.5 } };
  const third = { ...rule('In', ['trainium2'], 'x_Accelerator'), Applicability: { Cost: 0.3333 } };

  it('take the highest under Or, the lowest under And', () => {
    expect(cost(including(half, third))).toBe(5_000n);
    expect(cost({ ...including(half, third), InclusionOperator: 'And' })).toBe(3_333n);
  });

  it('And needs all, Or one', () => {
    const scope = including(half, rule('In', ['x']));
    expect(cost(scope)).toBe(5_000n);
    expect(cost({ ...scope, InclusionOperator: 'And' })).toBeNull();
  });

  it('a rule speaks before the top level; a missing key is 1', () => {
    const top = { Applicability: { Cost: 0.25, Usage: 0.75 } };
    expect(cost({ ...including(rule('Exists', ['*'])), ...top })).toBe(2_500n);
    const own = { ...rule('Exists', ['*']), Applicability: { Usage: 0.1 } };
    expect(cost({ ...including(own), ...top })).toBe(10_000n);
    expect(judgeScope(line(), { IsGlobalScope: true, ...top }, 'Usage')).toBe(7_500n);
  });
});

describe('exclusions', () => {
  const global: ApplicabilityObject = { IsGlobalScope: true };
  const both = [rule('Contains', ['bedrock']), rule('In', ['gpu'], 'x_Accelerator')];

  it('come after inclusions, by their own operator', () => {
    expect(cost({ ...global, ExclusionOperator: 'Or', Exclusions: both })).toBeNull();
    expect(cost({ ...global, ExclusionOperator: 'And', Exclusions: both })).toBe(10_000n);
  });

  it('nothing is in a scope beyond the schema', () => {
    expect(cost({ IsComplexScope: true })).toBeNull();
  });
});
