import { COMMITMENT_ID, EXAMPLE } from '../../testing/contracts.js';
import { refusal } from '../../testing/refusal.js';
import { type ApplicabilityObject } from '../scope/applicability.js';
import { type TermsInput } from '../terms/terms-input.js';
import { type CommitmentInput, type SignContract } from './contract.commands.js';
import { contractDecider } from './contract.decider.js';

type Row = [code: string, pointer: string, given: unknown];

function sign(commitments: readonly CommitmentInput[], rest: Partial<SignContract> = {}): unknown {
  const command = { ...EXAMPLE, ...rest, commitments };
  return contractDecider.decide(contractDecider.initial(), command);
}

const withTerms = (terms: TermsInput): CommitmentInput => ({
  commitmentId: COMMITMENT_ID,
  name: 'x',
  terms,
});
const rows = (...dates: [string, string][]): TermsInput => ({
  schedule: dates.map(([start, end]) => ({ start, end, minimum: '1' })),
});
const classes = (term: Partial<NonNullable<TermsInput['classes']>[number]>): TermsInput => ({
  minimum: '1',
  classes: [{ class: 'MARKETPLACE', fraction: '1', ...term }],
});
const inclusion = (rule: object): ApplicabilityObject =>
  ({ InclusionOperator: 'Or', Inclusions: [rule] }) as ApplicabilityObject;

describe('terms that break a rule', () => {
  it.each<Row>([
    ['money-invalid', '/terms/minimum', { minimum: '1e400' }],
    ['money-invalid', '/terms/minimum', { minimum: 'NaN' }],
    ['money-invalid', '/terms/minimum', { minimum: `0.${'1'.repeat(19)}` }],
    ['minimum-negative', '/terms/minimum/1', { minimum: ['1', '-1', '1', '1', '1'] }],
    ['minimum-negative', '/terms/termMinimum', { minimum: '1', termMinimum: '-0.01' }],
    ['schedule-ambiguous', '/terms/schedule', {}],
    [
      'schedule-ambiguous',
      '/terms/schedule',
      { ...rows(['2027-01-01', '2032-01-01']), minimum: '1' },
    ],
    [
      'schedule-ambiguous',
      '/terms/schedule',
      { ...rows(['2027-01-01', '2032-01-01']), periods: 1 },
    ],
    ['period-empty', '/terms/schedule/0/end', rows(['2027-01-01', '2027-01-01'])],
    ['day-invalid', '/terms/schedule/0/end', rows(['2027-01-01', '2027-02-29'])],
    [
      'schedule-gap',
      '/terms/schedule/1/start',
      rows(['2027-01-01', '2028-01-01'], ['2028-01-02', '2032-01-01']),
    ],
    [
      'schedule-overlap',
      '/terms/schedule/1/start',
      rows(['2027-01-01', '2028-01-01'], ['2027-12-31', '2032-01-01']),
    ],
    ['schedule-does-not-cover-term', '/terms/schedule', rows(['2027-01-01', '2031-01-01'])],
    ['schedule-does-not-cover-term', '/terms/schedule/0/start', rows(['2027-01-02', '2032-01-01'])],
    [
      'schedule-does-not-cover-term',
      '/terms/anchorDate',
      { minimum: '1', anchorDate: '2027-02-01' },
    ],
    ['schedule-does-not-cover-term', '/terms/periods', { minimum: '1', periods: 4 }],
    ['minimum-count', '/terms/minimum', { minimum: ['1', '1'] }],
    [
      'milestones-decrease',
      '/terms/minimum',
      { kind: 'CUMULATIVE', minimum: ['1', '2', '3', '2', '5'] },
    ],
    [
      'clause-needs-per-period',
      '/terms/deferral',
      { kind: 'CUMULATIVE', minimum: '1', deferral: { maxPctOfBaseMinimum: '0.1' } },
    ],
    [
      'clause-needs-per-period',
      '/terms/carryForward',
      { kind: 'CUMULATIVE', minimum: '1', carryForward: {} },
    ],
    [
      'ratio-invalid',
      '/terms/deferral/maxPctOfBaseMinimum',
      { minimum: '1', deferral: { maxPctOfBaseMinimum: '1.1' } },
    ],
    [
      'ratio-invalid',
      '/terms/carryForward/fraction',
      { minimum: '1', carryForward: { fraction: '0.00001' } },
    ],
    ['ratio-invalid', '/terms/shortfall/rate', { minimum: '1', shortfall: { rate: '-0' } }],
    ['ratio-invalid', '/terms/classes/0/fraction', classes({ fraction: '2' })],
    ['ratio-invalid', '/terms/classes/0/cap/pct', classes({ cap: { of: 'COUNTED', pct: 'x' } })],
    ['class-unknown', '/terms/classes/0/class', classes({ class: 'MARKET' })],
    [
      'class-unknown',
      '/terms/rules/0/class',
      { minimum: '1', rules: [{ ruleId: 'r', class: 'X', where: [] }] },
    ],
    ['class-never-counts', '/terms/classes/0/class', classes({ class: 'TAX' })],
    [
      'invoice-window-not-month',
      '/terms/classes/0/effectiveTo',
      classes({ dateTested: 'INVOICE', effectiveTo: '2028-01-15' }),
    ],
    [
      'scope-dimension-unknown',
      '/terms/classes/0/where/0/Dimension',
      classes({ where: [{ Dimension: 'Tags', Operator: 'In', Values: ['a'] }] }),
    ],
    ['fx-rate-invalid', '/terms/fx/fixed', { minimum: '1', fx: { rule: 'CONTRACT_FIXED' } }],
    [
      'fx-rate-invalid',
      '/terms/fx/fixed/EUR',
      { minimum: '1', fx: { rule: 'CONTRACT_FIXED', fixed: { EUR: '0' } } },
    ],
    ['currency-unknown', '/terms/fx/fixed/EURO', { minimum: '1', fx: { fixed: { EURO: '1' } } }],
  ])('%s at %s', (code, pointer, terms) => {
    const work = () => sign([withTerms(terms as TermsInput)]);
    expect(refusal(work)).toEqual([code, `/commitments/0${pointer}`]);
  });
});

describe('commitments that break a rule', () => {
  const base = withTerms({ minimum: '1' });
  const usage = { ...base, category: 'USAGE', unit: 'tokens' } as const;
  const exclusive = { ...base, allocation: 'EXCLUSIVE' } as const;
  it.each<Row>([
    ['usage-clause-invalid', '/0/unit', [{ ...base, category: 'USAGE' }]],
    ['usage-clause-invalid', '/0/unit', [{ ...base, unit: 'tokens' }]],
    [
      'usage-clause-invalid',
      '/0/terms/basis',
      [{ ...usage, terms: { minimum: '1', basis: 'LIST' } }],
    ],
    [
      'scope-not-computable',
      '/0/scope/IsComplexScope',
      [{ ...base, scope: { IsComplexScope: true } }],
    ],
    ['scope-invalid', '/0/scope', [{ ...base, scope: {} }]],
    [
      'scope-invalid',
      '/0/scope/Inclusions/0/Values',
      [
        {
          ...base,
          scope: inclusion({ Dimension: 'SkuId', Operator: 'StartsWith', Values: ['*'] }),
        },
      ],
    ],
    [
      'scope-invalid',
      '/0/scope/Inclusions/0/Values',
      [{ ...base, scope: inclusion({ Dimension: 'SkuId', Operator: 'Exists', Values: ['a'] }) }],
    ],
    [
      'scope-invalid',
      '/0/scope/Applicability/Cost',
      [{ ...base, scope: { IsGlobalScope: true, Applicability: { Cost: 1.5 } } }],
    ],
    [
      'scope-dimension-unknown',
      '/0/scope/Inclusions/0/Dimension',
      [{ ...base, scope: inclusion({ Dimension: 'ResourceId', Operator: 'In', Values: ['a'] }) }],
    ],
    [
      'exclusive-group-differs',
      '/1/terms/basis',
      [exclusive, { ...exclusive, commitmentId: 'b', terms: { minimum: '1', basis: 'LIST' } }],
    ],
    [
      'exclusive-group-differs',
      '/1/terms',
      [exclusive, { ...exclusive, commitmentId: 'b', terms: { minimum: '1', every: 'FULL' } }],
    ],
    [
      'exclusive-group-differs',
      '/0/scope',
      [{ ...exclusive, scope: { IsGlobalScope: true, Applicability: { Cost: 0.5 } } }],
    ],
    [
      'sequence-invalid',
      '/0/afterCommitmentId',
      [{ ...base, allocation: 'SEQUENTIAL', afterCommitmentId: 'unknown' }],
    ],
    ['sequence-invalid', '/0/afterCommitmentId', [{ ...base, allocation: 'SEQUENTIAL' }]],
    [
      'sequence-invalid',
      '/1/afterCommitmentId',
      [
        base,
        { ...base, commitmentId: 'b', allocation: 'SEQUENTIAL', afterCommitmentId: COMMITMENT_ID },
      ],
    ],
    [
      'sequence-invalid',
      '/0/afterCommitmentId',
      [
        {
          ...withTerms({ every: 'FULL', minimum: '1' }),
          allocation: 'SEQUENTIAL',
          afterCommitmentId: COMMITMENT_ID,
        },
      ],
    ],
    ['already-exists', '/1/commitmentId', [base, base]],
  ])('%s at %s', (code, pointer, commitments) => {
    const work = () => sign(commitments as CommitmentInput[]);
    expect(refusal(work)).toEqual([code, `/commitments${pointer}`]);
  });
});

describe('contracts that break a rule', () => {
  it.each<Row>([
    ['reason-required', '/reason', { reason: ' ' }],
    ['currency-unknown', '/currency', { currency: 'USS' }],
    ['day-invalid', '/start', { start: '2027-02-29' }],
    ['period-empty', '/end', { end: '2027-01-01' }],
    ['money-invalid', '/capital/0/amount', { capital: [{ trancheId: 'a', amount: '1,0' }] }],
  ])('%s at %s', (code, pointer, rest) => {
    const work = () => sign([withTerms({ minimum: '1' })], rest as Partial<SignContract>);
    expect(refusal(work)).toEqual([code, pointer]);
  });
});

describe('odd but valid contracts', () => {
  it.each<[string, TermsInput, Partial<SignContract>]>([
    ['zero minimum', { minimum: '0' }, {}],
    ['minus zero', { minimum: '-0' }, {}],
    ['one-day term', { every: 'FULL', minimum: '1' }, { end: '2027-01-02' }],
    ['thirty periods', { minimum: '1', periods: 30 }, { end: '2057-01-01' }],
    ['only a stub', { minimum: '1', stub: 'PRORATE_ACTUAL' }, { end: '2027-03-01' }],
    ['equal milestones', { kind: 'CUMULATIVE', minimum: '5' }, {}],
  ])('%s', (_, terms, rest) => {
    expect(refusal(() => sign([withTerms(terms)], rest))).toBe('accepted');
  });

  it('two hundred commitments', () => {
    const commitments = Array.from({ length: 200 }, (_, i) => ({
      ...withTerms({ minimum: '1' }),
      commitmentId: `c${i}`,
    }));
    expect(refusal(() => sign(commitments))).toBe('accepted');
  });
});
