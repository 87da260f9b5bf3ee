import { formatMinor, formatScaled, parseE18, SCALE } from '@app/money';
import { type StatementAnswer } from '@app/wire';
import { type DiffFigure, type FigureChange, periodStatement } from '../domain/index.js';
import { type CommitmentState } from './attainment-book.js';

/** Figures that a statement is issued again for, when one of them changes in minor units. */
const STATED = [
  'minimum',
  'requirement',
  'counted',
  'carryIn',
  'carryUsed',
  'deferredIn',
  'gap',
  'deferredOut',
  'shortfall',
  'excess',
] as const satisfies readonly DiffFigure[];

type Delta = StatementAnswer['delta'];

/** The closed periods whose figures are no longer those of their newest statement. */
export function changedPeriods(
  { commitment, attainment }: CommitmentState,
  newest: ReadonlyMap<number, StatementAnswer>,
): StatementAnswer[] {
  return commitment.closed.flatMap(({ index }) => {
    const issued = newest.get(index);
    if (issued === undefined) return [];
    const { figures } = periodStatement(attainment, index);
    return STATED.some((name) => figures[name] !== issued.figures[name]) ? [issued] : [];
  });
}

/**
 * Why a period's figures changed, in minor units: every cause is applied on top of those before it
 * and rounded then, so the parts of a figure add up to its change exactly.
 */
export function deltaOf(
  changes: readonly FigureChange[],
  periodIndex: number,
  { attainment: { category, currency } }: CommitmentState,
): Delta {
  const round = (amountE18: bigint): bigint => {
    return parseE18(
      category === 'USAGE' ? formatScaled(amountE18, SCALE) : formatMinor(amountE18, currency),
    );
  };
  const text = (amountE18: bigint): string =>
    category === 'USAGE' ? formatScaled(amountE18, SCALE) : formatMinor(amountE18, currency);
  const isStated = (figure: string): boolean => STATED.some((name) => name === figure);
  return changes
    .filter((change) => change.periodIndex === periodIndex && isStated(change.figure))
    .flatMap(({ figure, beforeE18, parts }) => {
      let running = beforeE18;
      return parts.map(({ cause, amountE18 }) => {
        const before = round(running);
        running += amountE18;
        return { cause, figure, amount: text(round(running) - before) };
      });
    })
    .filter(({ amount }) => parseE18(amount) !== 0n);
}
