import { COMMITMENT_ID, contractWith, EXAMPLE_TERMS } from '../../testing/contracts.js';
import { refusal } from '../../testing/refusal.js';
import { type TermsInput, type TermsPatch } from '../terms/terms-input.js';
import { type CommitmentInput } from './contract.commands.js';
import { contractDecider } from './contract.decider.js';

type Row = [code: string, pointer: string, given: unknown];

const withTerms = (terms: TermsInput): CommitmentInput => ({
  commitmentId: COMMITMENT_ID,
  name: 'x',
  terms,
});

describe('amendments that break a rule', () => {
  const contract = contractWith([withTerms(EXAMPLE_TERMS)]);
  const amend = (terms: TermsPatch, effectiveFrom = '2027-07-01') =>
    contractDecider.decide(contract, {
      type: 'AmendTerms',
      commitmentId: COMMITMENT_ID,
      effectiveFrom,
      terms,
      reason: 'agreed',
    });

  it.each<Row>([
    ['amendment-empty', '/terms', {}],
    ['clause-immutable', '/terms/basis', { basis: 'LIST' }],
    ['clause-immutable', '/terms/anchorDate', { anchorDate: '2027-02-01' }],
    ['minimum-count', '/terms/minimum', { minimum: null }],
    ['minimum-count', '/terms/minimum', { minimum: ['1', '1', '1', '1'] }],
    ['minimum-negative', '/terms/minimum', { minimum: '-1' }],
    ['ratio-invalid', '/terms/overage/rate', { overage: { rate: '7' } }],
  ])('%s at %s', (code, pointer, terms) => {
    expect(refusal(() => amend(terms as TermsPatch))).toEqual([code, pointer]);
  });

  it('take effect inside the term', () => {
    const early = refusal(() => amend({ minimum: '1' }, '2026-12-31'));
    const late = refusal(() => amend({ minimum: '1' }, '2032-01-01'));
    expect([early, late]).toEqual(Array(2).fill(['effective-outside-term', '/effectiveFrom']));
    expect(refusal(() => amend({ minimum: ['1', '2', '3', '4'] }, '2028-07-01'))).toBe('accepted');
  });

  it('are voided once, and only they', () => {
    const [event] = amend({ minimum: '1' });
    if (event === undefined) throw new Error('not amended');
    const amended = contractDecider.evolve(contract, event);
    const undo = (state: typeof contract, version: number) =>
      contractDecider.decide(state, {
        type: 'VoidAmendment',
        commitmentId: COMMITMENT_ID,
        version,
        reason: 'in error',
      });
    const [voided] = undo(amended, 2);
    if (voided === undefined) throw new Error('not voided');
    const after = contractDecider.evolve(amended, voided);
    const refused = ['void-invalid', '/version'];
    for (const version of [1, 2, 3, 4]) {
      expect(refusal(() => undo(after, version))).toEqual(refused);
    }
  });
});
