import { classSums } from '../count/class-sums.js';
import { countShares } from '../count/count-alone.js';
import { type CountedSums } from '../count/counted-sums.js';
import { type Member, type Shares, shareOut } from '../count/exclusive.js';
import { type CommitmentFold } from '../fold/commitment-fold.js';
import { type PlannedPeriod } from '../fold/commitment-plan.js';
import { openingOf } from './settle-fold.js';
import { type Opening, SettlementRun } from './settlement-run.js';

/** What each member brings into one period, by its place. */
type Openings = readonly Opening[];

/** Lets commitments that share usage count it once; `folds` are in priority order. */
export function shareExclusively(folds: readonly CommitmentFold[]): void {
  let known: Known | undefined;
  folds.forEach((fold, member) => {
    fold.isShared = true;
    fold.counter = (period, upTo) => {
      const version = folds.reduce((sum, each) => sum + each.version, 0);
      if (known?.version !== version) known = { version, openings: [], counted: new Map() };
      const place = fold.plan.periods.indexOf(period);
      return countedAt(folds, known, place, Math.min(upTo, period.end))[member] ?? [];
    };
  });
}

/** Results at one version of the sums. */
interface Known {
  readonly version: number;
  /** By period: what its members start with. Earlier periods are over when a later one runs. */
  readonly openings: Openings[];
  readonly counted: Map<string, CountedSums[][]>;
}

/** Counted sums of one period through a day, by member. */
function countedAt(
  folds: readonly CommitmentFold[],
  known: Known,
  place: number,
  upTo: number,
): CountedSums[][] {
  const key = `${place} ${upTo}`;
  let counted = known.counted.get(key);
  if (counted === undefined) {
    const runs = runsAt(folds, openingsAt(folds, known, place));
    const members = folds.flatMap((fold, i) => memberOf(fold, place, runs[i]));
    const shares = shareOut(members, upTo);
    counted = folds.map(({ plan, buckets }, i) => {
      const period = plan.periods[place];
      return period ? ownSums(buckets.all, period, upTo, shares[i] ?? new Map()) : [];
    });
    known.counted.set(key, counted);
  }
  return counted;
}

function openingsAt(folds: readonly CommitmentFold[], known: Known, place: number): Openings {
  for (let next = known.openings.length; next <= place; next += 1) {
    const before = known.openings[next - 1];
    if (before === undefined) {
      known.openings.push(folds.map((fold) => openingOf(fold, Infinity)));
      continue;
    }
    const counted = countedAt(folds, known, next - 1, Infinity);
    const runs = runsAt(folds, before);
    runs.forEach((run, i) => run.step(next - 1, counted[i] ?? []));
    known.openings.push(runs.map((run) => ({ movedInE18: 0n, brought: run.handed })));
  }
  return known.openings[place] ?? [];
}

function runsAt(folds: readonly CommitmentFold[], openings: Openings): SettlementRun[] {
  return folds.flatMap(({ plan }, i) => {
    const opening = openings[i];
    return opening ? [new SettlementRun(plan, opening)] : [];
  });
}

function memberOf(
  { plan, buckets }: CommitmentFold,
  place: number,
  run: SettlementRun | undefined,
): Member[] {
  const period = plan.periods[place];
  if (period === undefined || run === undefined) return [];
  const { commitmentId } = plan.commitment;
  return [{ commitmentId, period, needE18: run.needE18(place), buckets: buckets.all }];
}

/** Sums of a member; what is not its share was taken by another. */
function ownSums(
  buckets: CommitmentFold['buckets']['all'],
  period: PlannedPeriod,
  upTo: number,
  shares: Shares,
): CountedSums[] {
  const sums = classSums(buckets, period.start, Math.min(upTo, period.end));
  return countShares(sums, period, (sum) => sum.eligibleE18 - (shares.get(sum.class) ?? 0n));
}
