import fc from 'fast-check';
import { contractWith } from '../../testing/contracts.js';
import { addLines, type Line } from '../../testing/lines.js';
import { BOOK, meteredOf } from '../../testing/random-metered.js';
import { type Attainment } from '../attainment/attainment.js';
import { type Contract } from '../contract/contract.state.js';
import { type TermsInput } from '../terms/terms-input.js';
import { createFold } from './create-fold.js';
import { type Fold } from './fold.js';

/** All 10,000 in CI. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 100);
const AT = { through: null, watermark: '2027-02-20', today: '2027-03-05' };
const GPU = {
  InclusionOperator: 'Or',
  Inclusions: [{ Dimension: 'x_Accelerator', Operator: 'Contains', Values: ['nvidia'] }],
} as const;

type Sharing = 'INDEPENDENT' | 'EXCLUSIVE' | 'SEQUENTIAL';

const termsOf: fc.Arbitrary<TermsInput> = fc.record({
  every: fc.constantFrom('FULL' as const, 'MONTH' as const),
  deferral: fc.constantFrom(undefined, { maxPctOfBaseMinimum: '0.5' }),
  carryForward: fc.constantFrom(undefined, { order: 'FIRST_IN' as const }, {}),
  minimum: fc.constantFrom('0', '1000', '5000'),
  evidence: fc.constantFrom('AS_REPORTED' as const, 'BILLED_WINS' as const),
  recognition: fc.constantFrom('CHARGE_PERIOD_START' as const, 'CHARGE_PERIOD_PRORATED' as const),
});

function pair(sharing: Sharing, given: TermsInput): Contract {
  // A commitment with a minimum in each of several periods has no successor.
  const terms: TermsInput = sharing === 'SEQUENTIAL' ? { ...given, every: 'FULL' } : given;
  const allocation = sharing === 'SEQUENTIAL' ? 'INDEPENDENT' : sharing;
  const first = { commitmentId: 'one', name: 'one', allocation, priority: 20, terms };
  const second =
    sharing === 'SEQUENTIAL'
      ? { allocation: sharing, afterCommitmentId: 'one' }
      : { allocation, priority: 10, scope: GPU };
  return contractWith([first, { commitmentId: 'two', name: 'two', terms, ...second }], {
    end: '2028-01-01',
  });
}

function foldOf(contract: Contract, lines: readonly Line[]): Fold {
  const fold = createFold({ contracts: [contract], priceBooks: [BOOK], fxTables: [] });
  addLines(fold, lines);
  return fold;
}

const sharing = fc.constantFrom<Sharing>('INDEPENDENT', 'EXCLUSIVE', 'SEQUENTIAL');
const many = fc.array(meteredOf, { maxLength: 20 });
const bytes = (attainment: Attainment): string =>
  JSON.stringify(attainment, (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
const sum = (list: readonly { countedE18: bigint }[]): bigint =>
  list.reduce((total, { countedE18 }) => total + countedE18, 0n);

describe('metered, billed and shared usage', () => {
  it('comes out alike in any order, with reads in between', () => {
    const property = fc.property(sharing, termsOf, many, fc.nat(), (how, terms, lines, cut) => {
      const contract = pair(how, terms);
      const once = foldOf(contract, lines);
      const order = [...lines.slice(cut % 20), ...lines.slice(0, cut % 20)].toReversed();
      const again = foldOf(contract, order.slice(0, 5));
      bytes(again.attainment('two', AT));
      addLines(again, order.slice(5));
      for (const id of ['one', 'two']) {
        expect(bytes(again.attainment(id, AT))).toBe(bytes(once.attainment(id, AT)));
      }
    });
    fc.assert(property, { numRuns });
  });

  it('adds up by day and by series', () => {
    const property = fc.property(sharing, termsOf, many, (how, terms, lines) => {
      const fold = foldOf(pair(how, terms), lines);
      for (const id of fold.commitmentIds) {
        const { days, term } = fold.attainment(id, AT);
        expect(sum(days)).toBe(term.countedE18);
        expect(sum(fold.attributions(id, term.start, term.end))).toBe(term.countedE18);
      }
    });
    fc.assert(property, { numRuns });
  });

  it('is counted once where it is shared', () => {
    const property = fc.property(termsOf, many, (terms, lines) => {
      const whole = foldOf(pair('INDEPENDENT', terms), lines).attainment('one', AT);
      for (const how of ['EXCLUSIVE', 'SEQUENTIAL'] as const) {
        const fold = foldOf(pair(how, terms), lines);
        const parts = fold.commitmentIds.map((id) => fold.attainment(id, AT).term);
        expect(sum(parts)).toBe(whole.term.countedE18);
      }
    });
    fc.assert(property, { numRuns });
  });
});
