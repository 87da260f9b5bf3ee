import { countPeriod, type OracleCount } from './count.js';
import {
  add,
  cut,
  type Fraction,
  isZero,
  larger,
  less,
  multiply,
  read,
  smaller,
  subtract,
  sum,
  ZERO,
} from './fraction.js';
import type { OracleCase } from './model.js';
import { type OraclePeriod, periodsOf } from './schedule.js';

/** Every figure of a period, named as the ledger names them. */
export interface OracleFigures {
  readonly index: number;
  readonly minimum: Fraction;
  readonly requirement: Fraction;
  readonly counted: Fraction;
  readonly carryIn: Fraction;
  readonly carryUsed: Fraction;
  readonly gap: Fraction;
  readonly deferredIn: Fraction;
  readonly deferredOut: Fraction;
  readonly shortfall: Fraction;
  readonly excess: Fraction;
  readonly newLot: Fraction;
  readonly forgone: Fraction;
  readonly lapsed: Fraction;
  readonly byClass: OracleCount['byClass'];
}

export interface OracleAnswer {
  readonly periods: readonly OracleFigures[];
  readonly termGap: Fraction;
}

interface Lot {
  readonly from: number;
  left: Fraction;
}

interface Past {
  readonly lots: Lot[];
  readonly done: OracleFigures[];
}

/** All periods as if each closed with what the case's lines give it. */
export function settleAll(asked: OracleCase): OracleAnswer {
  const periods = periodsOf(asked);
  const past: Past = { lots: [], done: [] };
  periods.forEach((period, place) => {
    past.done.push(settleOne(asked, periods, place, period, past));
  });
  const counted = sum(past.done.map((p) => p.counted));
  const paid =
    (asked.terms.shortfall?.countsTowardTerm ?? true)
      ? sum(past.done.map((p) => p.shortfall))
      : ZERO;
  return {
    periods: past.done,
    // Without the clause the term as a whole owes nothing.
    termGap:
      asked.terms.termMinimum === undefined
        ? ZERO
        : larger(ZERO, subtract(read(asked.terms.termMinimum), add(counted, paid))),
  };
}

function settleOne(
  asked: OracleCase,
  periods: readonly OraclePeriod[],
  place: number,
  period: OraclePeriod,
  past: Past,
): OracleFigures {
  const { terms } = asked;
  const count = countPeriod(asked, period);
  const deferredIn = past.done.at(-1)?.deferredOut ?? ZERO;
  const requirement = requirementOf(asked, period, deferredIn, past.done);
  const expires = terms.carryForward?.expiresAfterPeriods ?? 1;
  const usable = past.lots.filter((lot) => place <= lot.from + expires);
  const carryIn = sum(usable.map((lot) => lot.left));
  const wanted =
    terms.carryForward?.order === 'FIRST_IN'
      ? requirement
      : larger(ZERO, subtract(requirement, count.counted));
  const carryUsed = smaller(wanted, carryIn);
  spend(usable, carryUsed);
  const covered = add(count.counted, carryUsed);
  const gap = larger(ZERO, subtract(requirement, covered));
  const isLast = place === periods.length - 1;
  const deferredOut = deferredOutOf(asked, period, gap, isLast);
  const rate = read(terms.shortfall?.rate ?? '1');
  const excess = larger(ZERO, subtract(covered, requirement));
  const newLot = isLast ? ZERO : lotOf(asked, excess, periods[place + 1]);
  const lapsed = sum(
    past.lots.filter((lot) => lot.from + expires === place).map((lot) => lot.left),
  );
  if (!isZero(newLot)) past.lots.push({ from: place, left: newLot });
  return {
    index: period.index,
    minimum: period.minimum,
    requirement,
    counted: count.counted,
    carryIn,
    carryUsed,
    gap,
    deferredIn,
    deferredOut,
    shortfall: cut(multiply(subtract(gap, deferredOut), rate)),
    excess,
    newLot,
    forgone: subtract(excess, newLot),
    lapsed,
    byClass: count.byClass,
  };
}

function requirementOf(
  { terms }: OracleCase,
  period: OraclePeriod,
  deferredIn: Fraction,
  done: readonly OracleFigures[],
): Fraction {
  if (terms.kind !== 'CUMULATIVE') return add(period.minimum, deferredIn);
  const counts = terms.shortfall?.countsTowardTerm ?? true;
  const before = done.map((p) => add(p.counted, counts ? p.shortfall : ZERO));
  return larger(ZERO, subtract(period.minimum, sum(before)));
}

/** Soonest expiry first; with one length of life for all, that is the oldest first. */
function spend(lots: readonly Lot[], amount: Fraction): void {
  let rest = amount;
  for (const lot of [...lots].sort((a, b) => a.from - b.from)) {
    const taken = smaller(rest, lot.left);
    lot.left = subtract(lot.left, taken);
    rest = subtract(rest, taken);
  }
  if (less(ZERO, rest)) throw new Error('more carry used than there was');
}

function deferredOutOf(
  { terms }: OracleCase,
  period: OraclePeriod,
  gap: Fraction,
  isLast: boolean,
): Fraction {
  const clause = terms.deferral;
  if (clause === undefined || (isLast && (clause.notInLastPeriod ?? true))) return ZERO;
  return smaller(gap, cut(multiply(read(clause.maxPctOfBaseMinimum), period.minimum)));
}

function lotOf({ terms }: OracleCase, excess: Fraction, next: OraclePeriod | undefined): Fraction {
  const clause = terms.carryForward;
  if (clause === undefined || next === undefined) return ZERO;
  const carried = cut(multiply(excess, read(clause.fraction ?? '1')));
  if (clause.capPctOfNextMinimum === undefined) return carried;
  return smaller(carried, cut(multiply(read(clause.capPctOfNextMinimum), next.minimum)));
}
