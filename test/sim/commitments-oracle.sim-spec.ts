import fc from 'fast-check';
import { e18 } from '../oracle/fraction.js';
import { type OracleFigures, settleAll } from '../oracle/settle.js';
import { productAnswer } from './product-answer.js';
import { randomCase } from './random-case.js';

const RUNS = Number(process.env.ORACLE_RUNS ?? 10_000);

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

const oracleRow = (period: OracleFigures): Record<string, string> =>
  Object.fromEntries([
    ['index', String(period.index)],
    ...FIGURES.map((name) => [name, String(e18(period[name]))]),
    ...[...period.byClass]
      .filter(([name]) => name !== 'UNCLASSIFIED')
      .map(([name, { counted }]) => [`counted ${name}`, String(e18(counted))]),
  ]);

describe('the commitment fold', () => {
  it(`agrees with the oracle in exact fractions on ${RUNS} random contracts`, () => {
    fc.assert(
      fc.property(randomCase, (asked) => {
        const expected = settleAll(asked);
        const answered = productAnswer(asked);
        const rows = answered.periods.map((period, place) => {
          const wanted = oracleRow(expected.periods[place] as OracleFigures);
          const row = Object.fromEntries([
            ['index', String(period.index)],
            ...FIGURES.map((name) => [name, String(period[`${name}E18`])]),
            ...period.classes.map((c) => [`counted ${c.class}`, String(c.countedE18)]),
          ]) as Record<string, string>;
          // A class that counts nothing may be left out by either side.
          const names = new Set([...Object.keys(wanted), ...Object.keys(row)]);
          for (const name of names) {
            wanted[name] ??= '0';
            row[name] ??= '0';
          }
          return [row, wanted] as const;
        });
        expect(rows.map(([row]) => row)).toEqual(rows.map(([, wanted]) => wanted));
        expect(answered.termGapE18).toBe(e18(expected.termGap));
      }),
      { numRuns: RUNS },
    );
  }, 600_000);
});
