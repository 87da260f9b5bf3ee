import { attained } from '../../testing/attained.js';
import { contractWith } from '../../testing/contracts.js';
import { type Line } from '../../testing/lines.js';
import { M, usd } from '../../testing/usd.js';
import { type CommitmentInput } from '../contract/contract.commands.js';
import { createFold } from '../fold/create-fold.js';
import { addLines } from '../../testing/lines.js';

const TERM = { start: '2027-01-01', end: '2028-01-01' };
const GPU_SCOPE = {
  InclusionOperator: 'Or',
  Inclusions: [{ Dimension: 'x_Accelerator', Operator: 'Contains', Values: ['nvidia'] }],
} as const;
const pair = (allocation: 'INDEPENDENT' | 'EXCLUSIVE'): CommitmentInput[] => [
  {
    commitmentId: 'c1',
    name: 'all',
    priority: 20,
    allocation,
    terms: { minimum: '100000000' },
  },
  {
    commitmentId: 'c2',
    name: 'gpu',
    priority: 10,
    allocation,
    scope: GPU_SCOPE,
    terms: { minimum: '30000000' },
  },
];
const LINES: Line[] = [
  { day: '2027-03-01', billed: (80n * M).toString() },
  { day: '2027-03-02', billed: (40n * M).toString(), accelerator: 'nvidia-h100' },
];

describe('W17 overlap', () => {
  const period = (allocation: 'INDEPENDENT' | 'EXCLUSIVE', commitmentId: string) =>
    attained({ contract: contractWith(pair(allocation), TERM), lines: LINES }, { commitmentId })
      .periods[0];

  it('INDEPENDENT commitments each count the line in full', () => {
    expect(usd(period('INDEPENDENT', 'c1')?.countedE18)).toBe('120000000.00');
    expect(usd(period('INDEPENDENT', 'c2')?.countedE18)).toBe('40000000.00');
  });

  it('EXCLUSIVE ones take by priority, up to their requirement', () => {
    const [c1, c2] = [period('EXCLUSIVE', 'c1'), period('EXCLUSIVE', 'c2')];
    expect(usd(c2?.countedE18)).toBe('30000000.00');
    expect(usd(c1?.countedE18)).toBe('90000000.00');
    expect(usd(c1?.gapE18)).toBe('10000000.00');
    const taken = [c1, c2].map((each) =>
      each?.notCounted.map(({ reason, amountE18 }) => [reason, usd(amountE18)]),
    );
    expect(taken).toEqual([
      [['taken-by-other-commitment', '30000000.00']],
      [
        ['out-of-scope', '80000000.00'],
        ['taken-by-other-commitment', '10000000.00'],
      ],
    ]);
  });

  it('days of the members add up to what each counts', () => {
    for (const commitmentId of ['c1', 'c2']) {
      const { days, term } = attained(
        { contract: contractWith(pair('EXCLUSIVE'), TERM), lines: LINES },
        { commitmentId },
      );
      expect(days.reduce((sum, { countedE18 }) => sum + countedE18, 0n)).toBe(term.countedE18);
    }
  });

  it('SEQUENTIAL ones split the completing charge', () => {
    const contract = contractWith(
      [
        { commitmentId: 'first', name: 'first', terms: { every: 'FULL', minimum: '100000000' } },
        {
          commitmentId: 'next',
          name: 'next',
          allocation: 'SEQUENTIAL',
          afterCommitmentId: 'first',
          terms: { every: 'FULL', minimum: '50000000' },
        },
      ],
      TERM,
    );
    const lines = [
      { day: '2027-03-01', billed: (85n * M).toString() },
      { day: '2027-03-02', billed: (40n * M).toString() },
    ];
    const charge = (commitmentId: string): string | undefined => {
      const { days } = attained({ contract, lines }, { commitmentId });
      return usd(days.find(({ day }) => day === '2027-03-02')?.countedE18);
    };
    expect([charge('first'), charge('next')]).toEqual(['15000000.00', '25000000.00']);
  });
});

describe('W25 early renewal', () => {
  const first = contractWith(
    [{ commitmentId: 'old', name: 'old', terms: { minimum: '20000000000' } }],
    {},
    [
      {
        type: 'RenewCommitment',
        commitmentId: 'old',
        effectiveOn: '2029-07-01',
        successorCommitmentId: 'new',
        successorCurrency: 'USD',
        unmet: 'MOVE',
        lots: 'LAPSE',
        reason: 'a larger promise',
      },
    ],
  );
  const second = contractWith(
    [{ commitmentId: 'new', name: 'new', terms: { minimum: '25000000000' } }],
    { contractId: 'aws-2029', start: '2029-07-01', end: '2034-07-01' },
  );
  const fold = createFold({ contracts: [first, second], priceBooks: [], fxTables: [] });
  addLines(fold, [
    { day: '2027-03-01', billed: '20000000000' },
    { day: '2028-03-01', billed: '20000000000' },
    { day: '2029-03-01', billed: '9200000000' },
  ]);
  const at = { through: null, watermark: null, today: '2029-08-01' };

  it('cuts the running period and moves its gap to the successor', () => {
    const old = fold.attainment('old', at);
    expect(old.lifecycle).toBe('Superseded');
    expect(old.periods).toHaveLength(3);
    const cut = old.periods[2];
    expect(usd(cut?.minimumE18)).toBe('9917808219.18');
    expect([usd(cut?.movedOutE18), usd(cut?.shortfallE18)]).toEqual(['717808219.18', '0.00']);
    const [next] = fold.attainment('new', at).periods;
    expect(usd(next?.movedInE18)).toBe('717808219.18');
    expect(usd(next?.requirementE18)).toBe('25717808219.18');
  });
});
