import { dayNumber } from '@app/calendar';
import { attainmentOf } from '../attainment/attainment-of.js';
import { attributionsOf } from '../attainment/attributions-of.js';
import { CommitmentFold } from './commitment-fold.js';
import { planCommitment } from './commitment-plan.js';
import { CommitmentUnknownError } from './fold.errors.js';
import { type Fold, type FoldSeries, type Judgement } from './fold.js';
import { type SeriesState } from './series-state.js';

/** Sums of all commitments under one judgement, empty. */
export function createFold(judgement: Judgement): Fold {
  const folds = new Map<string, CommitmentFold>();
  for (const contract of judgement.contracts) {
    for (const commitment of contract.commitments) {
      const plan = planCommitment(contract, commitment, judgement);
      folds.set(commitment.commitmentId, new CommitmentFold(plan));
    }
  }
  const known = new Map<string, SeriesState[]>();
  const all = [...folds.values()];
  const foldOf = (commitmentId: string): CommitmentFold => {
    const fold = folds.get(commitmentId);
    if (fold === undefined) throw new CommitmentUnknownError(commitmentId);
    return fold;
  };
  const statesOf = (series: FoldSeries): SeriesState[] => {
    let states = known.get(series.digest);
    if (states === undefined) {
      states = all.map((fold) => fold.series(series));
      known.set(series.digest, states);
    }
    return states;
  };
  return {
    commitmentIds: [...folds.keys()],
    add: (series, cell) => {
      const states = statesOf(series);
      all.forEach((fold, place) => {
        const state = states[place];
        if (state !== undefined) fold.add(state, cell);
      });
    },
    attainment: (commitmentId, at) => attainmentOf(foldOf(commitmentId), at),
    attributions: (commitmentId, from, to) =>
      attributionsOf(foldOf(commitmentId), dayNumber(from), dayNumber(to)),
    sources: (commitmentId) => [...foldOf(commitmentId).sources].sort(),
  };
}
