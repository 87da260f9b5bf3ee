import type { PeriodFigures } from '@app/commitments/domain';
import fc from 'fast-check';
import { e18 } from '../oracle/fraction.js';
import { type OracleFigures, settleAll } from '../oracle/settle.js';
import { productAnswer } from './product-answer.js';
import { randomCase } from './random-case.js';

const RUNS = Number(process.env.ORACLE_RUNS ?? 1_000);

const FIGURES = [
  'minimum',
  'requirement',
  'counted',
  'carryIn',
  'carryUsed',
  'gap',
  'deferredIn',
  'deferredOut',
  'shortfall',
  'excess',
  'newLot',
  'forgone',
  'lapsed',
] as const;

type Row = Map<string, bigint>;

/** All figures of a period by name; a class that counts nothing is left out. */
function row(figures: Iterable<[string, bigint]>, classes: Iterable<[string, bigint]>): Row {
  const counting = [...classes].filter(([, counted]) => counted !== 0n);
  return new Map([...figures, ...counting.sort(([a], [b]) => a.localeCompare(b))]);
}

const oracleRow = (period: OracleFigures): Row =>
  row(
    FIGURES.map((name) => [name, e18(period[name])]),
    [...period.byClass].map(([name, { counted }]) => [`counted ${name}`, e18(counted)]),
  );

const productRow = (period: PeriodFigures): Row =>
  row(
    FIGURES.map((name) => [name, period[`${name}E18`]]),
    period.classes.map((c) => [`counted ${c.class}`, c.countedE18]),
  );

describe('the commitment fold', () => {
  it(`agrees with the oracle in exact fractions on ${RUNS} random contracts`, () => {
    fc.assert(
      fc.property(randomCase, (asked) => {
        const expected = settleAll(asked);
        const answered = productAnswer(asked);
        expect(answered.periods.map(productRow)).toEqual(expected.periods.map(oracleRow));
        expect(answered.termGapE18).toBe(e18(expected.termGap));
      }),
      { numRuns: RUNS },
    );
  }, 600_000);
});
