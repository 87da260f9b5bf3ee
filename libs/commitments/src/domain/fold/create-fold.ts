import { type Day, dayNumber, formatDay } from '@app/calendar';
import { attainmentOf } from '../attainment/attainment-of.js';
import { attributionsOf } from '../attainment/attributions-of.js';
import { buildFolds } from './build-folds.js';
import { type CommitmentFold } from './commitment-fold.js';
import { CommitmentUnknownError } from './fold.errors.js';
import { type Fold, type FoldSeries, type Judgement } from './fold.js';
import { type SeriesState } from './series-state.js';

/** Sums of all commitments under one judgement, empty. */
export function createFold(judgement: Judgement): Fold {
  const folds = buildFolds(judgement);
  const all = [...folds.values()];
  const known = new Map<string, SeriesState[]>();
  const foldOf = (commitmentId: string): CommitmentFold => {
    const fold = folds.get(commitmentId);
    if (fold === undefined) throw new CommitmentUnknownError(commitmentId);
    for (const each of all) each.settle();
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
    add: (series, cell, recordedIn) => {
      const states = statesOf(series);
      for (let place = 0; place < all.length; place += 1) {
        const state = states[place];
        if (state !== undefined) all[place]?.add(state, cell, recordedIn);
      }
    },
    attainment: (commitmentId, at) => attainmentOf(foldOf(commitmentId), at),
    attributions: (commitmentId, from, to) =>
      attributionsOf(foldOf(commitmentId), dayNumber(from), dayNumber(to)),
    takeChangedFrom: (commitmentId) => changedFrom(foldOf(commitmentId)),
    sources: (commitmentId) => [...foldOf(commitmentId).sources].sort(),
  };
}

function changedFrom(fold: CommitmentFold): Day | null {
  const from = fold.takeChangedFrom('caller');
  const first = fold.plan.periods[0]?.start ?? 0;
  return from === Infinity ? null : formatDay(Math.max(from, first));
}
