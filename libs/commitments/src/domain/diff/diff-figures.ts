import { type CommitmentFold } from '../fold/commitment-fold.js';
import { openingOf, settleFold } from '../attainment/settle-fold.js';
import { notCountedOf } from '../attainment/not-counted-of.js';
import { type SettledPeriod } from '../attainment/period-figures-of.js';
import { termFiguresOf } from '../attainment/term-figures-of.js';
import { periodFiguresOf } from '../attainment/period-figures-of.js';
import { type Brought, type SettledFigures, settlePeriod } from '../settle/settle-period.js';

/** Figures of a period whose change is explained, in this order. */
export const PERIOD_DIFF_FIGURES = [
  'minimum',
  'requirement',
  'counted',
  'notCounted',
  'carryIn',
  'carryUsed',
  'deferredIn',
  'gap',
  'deferredOut',
  'shortfall',
  'excess',
] as const;

/** Figures of the term whose change is explained. */
export const TERM_DIFF_FIGURES = ['minimum', 'counted', 'gap'] as const;

export type DiffFigure = (typeof PERIOD_DIFF_FIGURES)[number];
type Figures = Readonly<Record<DiffFigure, bigint>>;

/** Settled periods of one fold, as its own earlier periods bear on them. */
export interface DiffState {
  readonly periods: ReadonlyMap<number, SettledPeriod>;
  /** What earlier periods hand to each one. */
  readonly brought: ReadonlyMap<number, Brought>;
  readonly kind: CommitmentFold['plan']['signed']['kind'];
  readonly term: Readonly<Record<(typeof TERM_DIFF_FIGURES)[number], bigint>>;
}

/** All figures of a commitment over its whole term. */
export function diffState(fold: CommitmentFold): DiffState {
  const { kind } = fold.plan.signed;
  const settled = settleFold(fold, Infinity);
  const brought = new Map<number, Brought>();
  let next = openingOf(fold, Infinity).brought;
  for (const { period, input } of settled) {
    brought.set(period.index, next);
    next = settlePeriod(kind, input, next).handed;
  }
  const term = termFiguresOf(
    fold,
    settled.map((period) => periodFiguresOf(period, Infinity)),
  );
  return {
    periods: new Map(settled.map((period) => [period.period.index, period])),
    ...{ brought, kind },
    term: { minimum: term.minimumE18, counted: term.countedE18, gap: term.gapE18 },
  };
}

/** Figures of a period if earlier ones hand over what `brought` says; null: there is no such period. */
export function periodDiffFigures(
  { periods, kind }: DiffState,
  index: number,
  brought: Brought | undefined,
): Figures | null {
  const settled = periods.get(index);
  if (settled === undefined) return null;
  const figures =
    brought === undefined ? settled.figures : settlePeriod(kind, settled.input, brought).figures;
  return figuresOf(settled, figures);
}

function figuresOf({ input, sums }: SettledPeriod, figures: SettledFigures): Figures {
  return {
    minimum: input.minimumE18,
    requirement: figures.requirementE18,
    counted: input.countedE18,
    notCounted: notCountedOf(sums).reduce((sum, { amountE18 }) => sum + amountE18, 0n),
    carryIn: figures.carryInE18,
    carryUsed: figures.carryUsedE18,
    deferredIn: figures.deferredInE18,
    gap: figures.gapE18,
    deferredOut: figures.deferredOutE18,
    shortfall: figures.shortfallE18,
    excess: figures.excessE18,
  };
}
