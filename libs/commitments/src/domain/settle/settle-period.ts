import { cutHalfEven, divideHalfEven } from '@app/money';
import { ratioE4 } from '../scope/ratio-e4.js';
import { type Terms } from '../terms/terms.js';
import { type Lot, useLots } from './lots.js';

/** Clauses that settle a period, as of its last day. */
export type SettlementClauses = Pick<Terms, 'carryForward' | 'deferral' | 'shortfall' | 'overage'>;

/** What is known of a period before it is settled; amounts in 10^-18. */
export interface PeriodInput {
  readonly minimumE18: bigint;
  readonly countedE18: bigint;
  readonly movedInE18: bigint;
  readonly clauses: SettlementClauses;
  /** An early renewal takes over what is missing: nothing is charged. */
  readonly movesGap: boolean;
  /** Minimum of the period after this one; null: this is the last. */
  readonly nextMinimumE18: bigint | null;
}

/** What earlier periods hand over. */
export interface Brought {
  readonly lots: readonly Lot[];
  readonly deferredInE18: bigint;
  /** CUMULATIVE: counted so far, and shortfall where it counts. */
  readonly coveredE18: bigint;
}

/** The figures of commitments.md section 5. */
export interface SettledFigures {
  readonly requirementE18: bigint;
  readonly deferredInE18: bigint;
  readonly carryInE18: bigint;
  readonly carryUsedE18: bigint;
  readonly gapE18: bigint;
  /** Gap that an early renewal moves to its successor. */
  readonly movedOutE18: bigint;
  readonly deferredOutE18: bigint;
  readonly deferralLeftE18: bigint;
  readonly shortfallE18: bigint;
  readonly excessE18: bigint;
  readonly newLotE18: bigint;
  readonly forgoneE18: bigint;
  readonly lapsedE18: bigint;
  readonly overageE18: bigint;
}

export const NOTHING_BROUGHT: Brought = { lots: [], deferredInE18: 0n, coveredE18: 0n };

/** Settles one period and says what it hands over to the next one. */
export function settlePeriod(
  kind: Terms['kind'],
  input: PeriodInput,
  brought: Brought,
): { figures: SettledFigures; handed: Brought } {
  const { countedE18, clauses } = input;
  const requirement = requirementOf(kind, input, brought);
  const firstIn = clauses.carryForward?.order === 'FIRST_IN';
  const wanted = firstIn ? requirement : positive(requirement - countedE18);
  const lots = useLots(brought.lots, wanted);
  const gap = positive(requirement - countedE18 - lots.usedE18);
  const movedOut = input.movesGap ? gap : 0n;
  const deferralMax = deferralLimit(input);
  const deferredOut = least(gap - movedOut, deferralMax);
  const shortfall = rated(gap - movedOut - deferredOut, clauses.shortfall.rate);
  const excess = positive(countedE18 + lots.usedE18 - requirement);
  const newLot = lotOf(excess, input);
  const figures: SettledFigures = {
    requirementE18: requirement,
    deferredInE18: brought.deferredInE18,
    carryInE18: lots.availableE18,
    carryUsedE18: lots.usedE18,
    gapE18: gap,
    movedOutE18: movedOut,
    deferredOutE18: deferredOut,
    deferralLeftE18: deferralMax - deferredOut,
    shortfallE18: shortfall,
    excessE18: excess,
    newLotE18: newLot,
    forgoneE18: excess - newLot,
    lapsedE18: lots.lapsedE18,
    overageE18: rated(excess, clauses.overage?.rate ?? '0'),
  };
  const life = clauses.carryForward?.expiresAfterPeriods ?? 0;
  const covered = countedE18 + (clauses.shortfall.countsTowardTerm ? shortfall : 0n);
  return {
    figures,
    handed: {
      lots: newLot > 0n ? [...lots.left, { amountE18: newLot, periodsLeft: life }] : lots.left,
      deferredInE18: deferredOut,
      coveredE18: brought.coveredE18 + covered,
    },
  };
}

/** What a period requires, given what earlier ones hand over. */
export function requirementOf(
  kind: Terms['kind'],
  input: Pick<PeriodInput, 'minimumE18' | 'movedInE18'>,
  brought: Brought,
): bigint {
  return kind === 'CUMULATIVE'
    ? positive(input.minimumE18 + input.movedInE18 - brought.coveredE18)
    : input.minimumE18 + brought.deferredInE18 + input.movedInE18;
}

function deferralLimit({ clauses, minimumE18, nextMinimumE18 }: PeriodInput): bigint {
  const { deferral } = clauses;
  if (deferral === undefined || (deferral.notInLastPeriod && nextMinimumE18 === null)) return 0n;
  return cutHalfEven(minimumE18 * ratioE4(deferral.maxPctOfBaseMinimum), 22, 18);
}

function lotOf(excess: bigint, { clauses: { carryForward }, nextMinimumE18 }: PeriodInput): bigint {
  if (carryForward === undefined || nextMinimumE18 === null) return 0n;
  const lot = cutHalfEven(excess * ratioE4(carryForward.fraction), 22, 18);
  const { capPctOfNextMinimum: pct } = carryForward;
  return pct === undefined ? lot : least(lot, cutHalfEven(nextMinimumE18 * ratioE4(pct), 22, 18));
}

function rated(amount: bigint, rate: string): bigint {
  return divideHalfEven(amount * ratioE4(rate), 10_000n);
}

function positive(value: bigint): bigint {
  return value > 0n ? value : 0n;
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
