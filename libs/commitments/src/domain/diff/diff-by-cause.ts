import { sameJson } from '../contract/same-json.js';
import { linkedContracts } from '../explain/linked-contracts.js';
import { type SummedCell } from '../explain/summed-cell.js';
import { buildFolds } from '../fold/build-folds.js';
import { CommitmentUnknownError } from '../fold/fold.errors.js';
import { type Judgement } from '../fold/fold.js';
import { DELTA_CAUSES, deltaByCause, type DeltaPart } from '../statement/delta-by-cause.js';
import {
  type DiffFigure,
  type DiffState,
  diffState,
  PERIOD_DIFF_FIGURES,
  periodDiffFigures,
  TERM_DIFF_FIGURES,
} from './diff-figures.js';
import { withRulesOf } from './terms-between.js';

/** All that made up the figures at one moment. */
export interface DiffSide {
  readonly judgement: Judgement;
  readonly usage: readonly SummedCell[];
}

/** How a figure changed, and why: the parts add up to `after − before`. */
export interface FigureChange {
  /** Null: of the term. */
  readonly periodIndex: number | null;
  readonly figure: DiffFigure;
  readonly beforeE18: bigint;
  readonly afterE18: bigint;
  readonly parts: readonly DeltaPart[];
}

/**
 * Changes of a commitment's figures between two moments, by cause. Earlier periods stand as they
 * were until the last cause, EARLIER_PERIOD, so that what comes through lots and deferrals is told
 * apart from what happened to the period itself.
 *
 * @throws CommitmentUnknownError when it was not signed at both moments
 */
export function diffByCause(commitmentId: string, from: DiffSide, to: DiffSide): FigureChange[] {
  const states = statesOf(commitmentId, stagesOf(from, to));
  const [first] = states;
  const last = states.at(-1);
  if (first === undefined || last === undefined) return [];
  const stateAt = (applied: number): DiffState => states[applied] ?? last;
  const change = (
    periodIndex: number | null,
    figure: DiffFigure,
    at: (applied: number) => bigint,
  ): FigureChange => ({
    ...{ periodIndex, figure, beforeE18: at(0), afterE18: at(DELTA_CAUSES.length) },
    parts: deltaByCause((applied) => at(applied.size)),
  });
  const indexes = new Set([...first.periods.keys(), ...last.periods.keys()]);
  const ofPeriods = [...indexes]
    .sort((a, b) => a - b)
    .flatMap((index) => {
      const figures = [...DELTA_CAUSES.keys(), DELTA_CAUSES.length].map((applied) => {
        const brought = applied === DELTA_CAUSES.length ? undefined : first.brought.get(index);
        return periodDiffFigures(stateAt(applied), index, brought);
      });
      return PERIOD_DIFF_FIGURES.map((figure) =>
        change(index, figure, (applied) => figures[applied]?.[figure] ?? 0n),
      );
    });
  const ofTerm = TERM_DIFF_FIGURES.map((figure) =>
    change(null, figure, (applied) => stateAt(applied).term[figure]),
  );
  return [...ofTerm, ...ofPeriods].filter(({ parts }) => parts.length > 0);
}

/** What holds after each cause, as `DELTA_CAUSES` orders them; the first stage is the start. */
function stagesOf(from: DiffSide, to: DiffSide): DiffSide[] {
  const isCorrection = ({ series }: SummedCell): boolean =>
    series.attrs.chargeClass === 'Correction';
  const late = [
    ...to.usage.filter((one) => !isCorrection(one)),
    ...from.usage.filter(isCorrection),
  ];
  const { judgement } = from;
  const rules = {
    ...judgement,
    contracts: withRulesOf(judgement.contracts, to.judgement.contracts),
  };
  const price = { ...rules, priceBooks: to.judgement.priceBooks };
  const fx = { ...price, fxTables: to.judgement.fxTables };
  return [
    from,
    { judgement, usage: late },
    { judgement, usage: to.usage },
    { judgement: rules, usage: to.usage },
    { judgement: price, usage: to.usage },
    { judgement: fx, usage: to.usage },
    to,
  ];
}

/** Folds each stage that differs from the one before. */
function statesOf(commitmentId: string, stages: readonly DiffSide[]): DiffState[] {
  const states: DiffState[] = [];
  stages.forEach((stage, place) => {
    const before = stages[place - 1];
    const known = states.at(-1);
    const isSame = before !== undefined && sameStage(before, stage, commitmentId);
    states.push(isSame && known !== undefined ? known : stateOf(commitmentId, stage));
  });
  return states;
}

function sameStage(a: DiffSide, b: DiffSide, commitmentId: string): boolean {
  return (
    sameJudgement(a.judgement, b.judgement, commitmentId) &&
    a.usage.length === b.usage.length &&
    sameUsage(a.usage, b.usage)
  );
}

function sameJudgement(a: Judgement, b: Judgement, commitmentId: string): boolean {
  return (
    a === b ||
    (sameJson(a.priceBooks, b.priceBooks) &&
      sameJson(a.fxTables, b.fxTables) &&
      sameJson(
        linkedContracts(a.contracts, commitmentId),
        linkedContracts(b.contracts, commitmentId),
      ))
  );
}

function sameUsage(a: readonly SummedCell[], b: readonly SummedCell[]): boolean {
  if (a === b) return true;
  const known = new Map(a.map((one) => [keyOf(one), one]));
  return b.every((one) => {
    const cell = known.get(keyOf(one))?.cell;
    return cell !== undefined && sameSums(cell, one.cell);
  });
}

function keyOf({ series, cell, recordedIn }: SummedCell): string {
  const since = recordedIn && `${recordedIn.shard}:${recordedIn.seq}`;
  return `${series.digest} ${cell.startDay} ${cell.endDay} ${since ?? ''}`;
}

function sameSums(a: SummedCell['cell'], b: SummedCell['cell']): boolean {
  return (
    a.events === b.events &&
    a.quantityE18 === b.quantityE18 &&
    a.billedE18 === b.billedE18 &&
    a.listE18 === b.listE18 &&
    a.contractedE18 === b.contractedE18 &&
    a.effectiveE18 === b.effectiveE18
  );
}

function stateOf(commitmentId: string, { judgement, usage }: DiffSide): DiffState {
  const contracts = linkedContracts(judgement.contracts, commitmentId);
  const folds = buildFolds({ ...judgement, contracts });
  const fold = folds.get(commitmentId);
  if (fold === undefined) throw new CommitmentUnknownError(commitmentId);
  for (const { series, cell, recordedIn } of usage) {
    for (const each of folds.values()) each.add(each.series(series), cell, recordedIn);
  }
  for (const each of folds.values()) each.settle();
  return diffState(fold);
}
