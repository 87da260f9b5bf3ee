import { parseE18 } from '@app/money';
import { type CountedSums, totalCounted } from '../count/counted-sums.js';
import { type CommitmentFold } from '../fold/commitment-fold.js';
import { type CommitmentPlan } from '../fold/commitment-plan.js';
import {
  type Brought,
  type PeriodInput,
  requirementOf,
  settlePeriod,
} from '../settle/settle-period.js';
import { type SettledPeriod } from './period-figures-of.js';

/** What a commitment starts its first period with. */
export interface Opening {
  readonly movedInE18: bigint;
  readonly brought: Brought;
}

/** A settled period, as far as its class sums tell. */
export type SettledSums = Omit<SettledPeriod, 'convertedE18'>;

/** Settles the periods of one commitment one after the other. */
export class SettlementRun {
  private brought: Brought;

  constructor(
    private readonly plan: CommitmentFold['plan'],
    private readonly opening: Opening,
  ) {
    this.brought = opening.brought;
  }

  /** What later periods, or a successor, get. */
  get handed(): Brought {
    return this.brought;
  }

  /** Counted spend that the period still has room for before it is met: FIRST_IN lots come first. */
  needE18(place: number): bigint {
    const { signed, periods } = this.plan;
    const requirement = requirementOf(signed.kind, this.input(place, 0n), this.brought);
    if (periods[place]?.terms.carryForward?.order !== 'FIRST_IN') return requirement;
    const lots = this.brought.lots.reduce((sum, { amountE18 }) => sum + amountE18, 0n);
    return requirement > lots ? requirement - lots : 0n;
  }

  step(place: number, sums: readonly CountedSums[]): SettledSums {
    const { signed, periods, commitment } = this.plan;
    const period = periods[place];
    if (period === undefined) throw new Error(`no period at ${place}`);
    const cure = { in: cured(this.plan, place), out: cured(this.plan, place - 1) };
    const input = this.input(place, totalCounted(sums) + cure.in - cure.out);
    const { figures, handed } = settlePeriod(signed.kind, input, this.brought);
    this.brought = handed;
    const closed = commitment.closed.find(({ index }) => index === period.index);
    return { period, sums, input, figures, closed, curedInE18: cure.in, curedOutE18: cure.out };
  }

  private input(place: number, countedE18: bigint): PeriodInput {
    const { periods, commitment } = this.plan;
    const period = periods[place];
    if (period === undefined) throw new Error(`no period at ${place}`);
    const next = periods[place + 1];
    return {
      minimumE18: period.minimumE18,
      countedE18,
      movedInE18: place === 0 ? this.opening.movedInE18 : 0n,
      clauses: period.terms,
      movesGap: next === undefined && commitment.ending?.unmet === 'MOVE',
      nextMinimumE18: next?.minimumE18 ?? null,
    };
  }
}

/** Counted spend of the next period that a cure moves into this one. */
function cured({ commitment, periods }: CommitmentPlan, place: number): bigint {
  const index = periods[place]?.index;
  const closed = commitment.closed.find((period) => period.index === index);
  return parseE18(closed?.cured ?? '0');
}
