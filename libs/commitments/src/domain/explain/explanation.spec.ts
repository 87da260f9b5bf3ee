import { dayNumber } from '@app/calendar';
import { formatE18 } from '@app/money';
import fc from 'fast-check';
import { attained, type Case } from '../../testing/attained.js';
import { UsageSums } from '../../projections/usage-sums.js';
import { COMMITMENT_ID, contractOf, contractWith, EXAMPLE_TERMS } from '../../testing/contracts.js';
import { addLines, cellOf, type Line } from '../../testing/lines.js';
import { lineOf } from '../../testing/random-lines.js';
import { BOOK, meteredOf } from '../../testing/random-metered.js';
import { termsOf } from '../../testing/random-terms.js';
import { type CommitmentInput } from '../contract/contract.commands.js';
import { createFold } from '../fold/create-fold.js';
import { type SummedCell } from './summed-cell.js';
import { type Contract } from '../contract/contract.state.js';
import { type ExplainedCell } from './explained-cell.js';
import { Explanation } from './explanation.js';

const numRuns = Number(process.env.PROPERTY_RUNS ?? 100);

function explained({ contract, lines, priceBooks = [], fxTables = [] }: Case): ExplainedCell[] {
  const judgement = { contracts: [contract], priceBooks, fxTables };
  const explanation = new Explanation(judgement, COMMITMENT_ID, lines.map(cellOf));
  return [...explanation.cells(-Infinity, Infinity)];
}

function sumBy(cells: readonly ExplainedCell[], reason: string, name: string): bigint {
  return cells
    .filter((cell) => cell.class === name)
    .flatMap(({ cuts }) => cuts.filter((cut) => cut.reason === reason))
    .reduce((sum, { amountE18 }) => sum + amountE18, 0n);
}

const TODAY = '2040-01-01';
const cap = { of: 'ANNUAL_MINIMUM', pct: '0.25' } as const;
const contract: Contract = contractOf(
  { ...EXAMPLE_TERMS, classes: [{ class: 'MARKETPLACE', fraction: '1', cap }] },
  { billingAccountIds: ['ours'] },
);
const marketplace = (day: string, billed: string): Line => ({
  ...{ day, billed, billingAccountId: 'ours', billingEntity: 'AWS Marketplace' },
});

describe('W4, the cells of marketplace over its cap', () => {
  const lines = [
    marketplace('2027-03-01', '4985000000'),
    marketplace('2027-08-11', '10000000'),
    marketplace('2027-08-12', '8000000'),
    marketplace('2027-08-13', '-2000000'),
    marketplace('2027-08-14', '-4000000'),
    marketplace('2027-08-15', '6000000'),
  ];

  it('say what the cap took of each day, and give back', () => {
    const rows = explained({ contract, lines }).map(({ day, countedE18, cuts }) => [
      ...[day, formatE18(countedE18)],
      cuts.map(({ reason, amountE18 }) => `${reason} ${formatE18(amountE18)}`).join(),
    ]);
    expect(rows).toEqual([
      ['2027-03-01', '4985000000', ''],
      ['2027-08-11', '10000000', ''],
      ['2027-08-12', '5000000', 'over-cap 3000000'],
      ['2027-08-13', '0', 'over-cap -2000000'],
      ['2027-08-14', '-3000000', 'over-cap -1000000'],
      ['2027-08-15', '3000000', 'over-cap 3000000'],
    ]);
  });

  it('name rule, rate, fraction, terms and the cell of the ledger', () => {
    const cell = explained({ contract, lines }).find(({ day }) => day === '2027-08-12');
    expect(cell).toMatchObject({
      ...{ class: 'MARKETPLACE', ruleId: 'builtin@1/marketplace', currency: 'USD' },
      ...{ periodIndex: 1, rateE10: 10n ** 10n, applicabilityE4: 10_000n, fractionE4: 10_000n },
      ...{ termsVersion: 1, price: null },
    });
    const startDay = dayNumber('2027-08-12');
    expect(cell?.charges).toMatchObject([{ startDay, endDay: startDay + 1, events: 1n }]);
  });
});

describe('what does not count', () => {
  it('is told apart by series, lines of others and of other years among it', () => {
    const usage: Line = { day: '2027-02-01', billed: '10', billingAccountId: 'ours' };
    const cells = explained({
      contract,
      lines: [
        usage,
        { ...usage, billed: '1', chargeCategory: 'Tax' },
        { ...usage, billed: '2', billingAccountId: 'theirs', source: 'a' },
        { ...usage, billed: '3', billingAccountId: 'theirs', source: 'b' },
        { ...usage, billed: '4', day: '2026-12-31' },
        { ...usage, billed: '5', lineType: 'Unheard of' },
      ],
    });
    const rows = cells.map(({ day, attrs, countedE18, cuts: [cut] }) => [
      ...[day, attrs.source, formatE18(countedE18), cut?.reason ?? null],
      cut === undefined ? null : formatE18(cut.amountE18),
    ]);
    expect(rows).toHaveLength(6);
    expect(rows).toEqual(
      expect.arrayContaining([
        ['2026-12-31', 'test', '0', 'outside-term', '4'],
        ['2027-02-01', 'test', '0', 'tax-never-counts', '1'],
        ['2027-02-01', 'a', '0', 'outside-contract', '2'],
        ['2027-02-01', 'b', '0', 'outside-contract', '3'],
        ['2027-02-01', 'test', '10', null, null],
        ['2027-02-01', 'test', '0', 'unclassified', '5'],
      ]),
    );
  });
});

describe('the cells behind a month', () => {
  it('are those of the billing month, wherever they were charged', () => {
    const terms = { ...EXAMPLE_TERMS, recognition: 'BILLING_PERIOD' as const };
    const line: Line = { day: '2027-01-31', billed: '3', billingPeriodStart: '2027-02-01' };
    const cells = explained({
      contract: contractOf(terms),
      lines: [line, { ...line, day: '2027-02-07', billed: '4' }],
    });
    expect(cells.map(({ day, amountE18 }) => [day, formatE18(amountE18)])).toEqual([
      ['2027-02-01', '7'],
    ]);
    expect(cells[0]?.charges.map(({ startDay }) => startDay)).toEqual([
      dayNumber('2027-01-31'),
      dayNumber('2027-02-07'),
    ]);
  });
});

describe('the cells of a commitment', () => {
  const many = fc.array(lineOf, { maxLength: 25 });
  it('add up to every counted and not counted figure, and none loses a unit', () => {
    const property = fc.property(termsOf, many, (terms, lines) => {
      const own = contractOf(terms, { end: '2029-01-01', billingAccountIds: ['ours'] });
      const cells = explained({ contract: own, lines });
      const { periods, outsideTerm } = attained({ contract: own, lines });
      for (const { convertedE18, countedE18, cuts } of cells) {
        expect(cuts.reduce((sum, cut) => sum + cut.amountE18, countedE18)).toBe(convertedE18);
      }
      for (const period of periods) {
        const mine = cells.filter(({ periodIndex }) => periodIndex === period.index);
        expect(mine.reduce((sum, cell) => sum + cell.countedE18, 0n)).toBe(period.countedE18);
        for (const one of period.notCounted) {
          expect(sumBy(mine, one.reason, one.class)).toBe(one.amountE18);
        }
        const cuts = mine.flatMap((cell) =>
          cell.cuts.map(({ reason }) => ({ reason, class: cell.class })),
        );
        for (const cut of cuts.filter(({ reason }) => reason !== 'unclassified')) {
          const row = period.notCounted.find(
            (one) => one.reason === cut.reason && one.class === cut.class,
          );
          expect(sumBy(mine, cut.reason, cut.class)).toBe(row?.amountE18 ?? 0n);
        }
        const unclassified = sumBy(mine, 'unclassified', 'UNCLASSIFIED');
        expect(unclassified).toBe(period.unclassifiedE18);
      }
      const outside = cells.filter(({ periodIndex }) => periodIndex === null);
      for (const one of outsideTerm) {
        expect(sumBy(outside, one.reason, one.class)).toBe(one.amountE18);
      }
    });
    fc.assert(property, { numRuns });
  });
});

describe('the cells of commitments that share usage', () => {
  const gpu = {
    InclusionOperator: 'Or',
    Inclusions: [{ Dimension: 'x_Accelerator', Operator: 'Contains', Values: ['nvidia'] }],
  } as const;
  const terms = { every: 'FULL' as const, minimum: '1000' };
  const sharing = fc.constantFrom<[string, Partial<CommitmentInput>, Partial<CommitmentInput>]>(
    [
      'EXCLUSIVE',
      { allocation: 'EXCLUSIVE', priority: 20 },
      { allocation: 'EXCLUSIVE', scope: gpu },
    ],
    ['SEQUENTIAL', {}, { allocation: 'SEQUENTIAL', afterCommitmentId: 'one' }],
  );

  it('add up to what each one counts, and to what the other took', () => {
    const property = fc.property(sharing, fc.array(meteredOf), ([, one, two], lines) => {
      const own = contractWith(
        [
          { commitmentId: 'one', name: 'one', terms, ...one },
          { commitmentId: 'two', name: 'two', terms, ...two },
        ],
        { end: '2028-01-01' },
      );
      const judgement = { contracts: [own], priceBooks: [BOOK], fxTables: [] };
      const fold = createFold(judgement);
      addLines(fold, lines);
      for (const id of ['one', 'two']) {
        const explanation = new Explanation(judgement, id, summed(lines));
        const cells = [...explanation.cells(-Infinity, Infinity)];
        const { periods } = fold.attainment(id, { through: null, watermark: null, today: TODAY });
        const [period] = periods;
        const mine = cells.filter(({ periodIndex }) => periodIndex === period?.index);
        expect(mine.reduce((sum, cell) => sum + cell.countedE18, 0n)).toBe(period?.countedE18);
        for (const row of period?.notCounted ?? []) {
          expect(sumBy(mine, row.reason, row.class)).toBe(row.amountE18);
        }
      }
    });
    fc.assert(property, { numRuns });
  });
});

/** Lines of one series and day as one cell, as the ledger sums them up. */
function summed(lines: readonly Line[]): SummedCell[] {
  const sums = new UsageSums();
  for (const { series, cell } of lines.map(cellOf)) {
    sums.addSeries([series]);
    sums.add([{ ...cell, digest: series.digest }]);
  }
  return [...sums.all()];
}
