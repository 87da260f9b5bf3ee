import { formatDay } from '@app/calendar';
import { type Share } from '../attainment/day-shares.js';
import { type NotCountedReason } from '../attainment/not-counted.js';
import { splitCounted } from '../attainment/split-counted.js';
import { SPEND_CLASSES } from '../classes/spend-classes.js';
import { type CountedSums } from '../count/counted-sums.js';
import { type SpendClass } from '../terms/terms.js';
import { cutsOf, spreadTaken } from './cuts-of.js';
import { type Cut, type ExplainedCell } from './explained-cell.js';
import { type Moved, RunningClass } from './running-class.js';

/** A day's place in the term, and what is counted before and after it. */
export interface ExplainedDay {
  readonly day: number;
  /** Null: in no period; then nothing counts. */
  readonly periodIndex: number | null;
  readonly before: readonly CountedSums[];
  readonly after: readonly CountedSums[];
  /** Commitments share the usage. */
  readonly isShared: boolean;
}

/** Cells without what the usage ledger says about them. */
export interface ExplainedShare {
  readonly share: Share;
  readonly cell: Omit<ExplainedCell, 'charges' | 'price' | 'currency'>;
  /** Only a cap moved, by what another class counts: no line stands behind the cell. */
  readonly isCapAlone: boolean;
}

type Runs = Map<SpendClass, RunningClass>;

/** Shares of the day by series; `runs` holds the sums before the day and after it. */
export function explainDay(
  day: ExplainedDay,
  shares: readonly Share[],
  runs: Runs,
): ExplainedShare[] {
  return SPEND_CLASSES.flatMap((spendClass) => {
    const mine = shares.filter(({ lane }) => lane.bucket.class === spendClass);
    const run = runs.get(spendClass) ?? new RunningClass();
    runs.set(spendClass, run);
    const refused = mine.filter(({ lane }) => mayNotCount(day, lane.bucket.reason));
    const counting = mine.filter((share) => !refused.includes(share));
    return [
      ...refused.map((share) => refusedCell(day, share, run)),
      ...countingCells(day, spendClass, counting, run),
      ...capAlone(day, spendClass, counting, shares),
    ];
  });
}

/** The running sums, by class, of what came before the first day that is explained. */
export function runningBefore(
  buckets: Iterable<Share['lane']['bucket']>,
  from: number,
  day: number,
): Runs {
  const runs: Runs = new Map();
  for (const bucket of buckets) {
    const run = runs.get(bucket.class) ?? new RunningClass();
    runs.set(bucket.class, run);
    run.add(bucket, bucket.days.between(from, day));
  }
  return runs;
}

function mayNotCount({ periodIndex }: ExplainedDay, reason: Cut['reason'] | null): boolean {
  return periodIndex === null || reason !== null;
}

function refusedCell(day: ExplainedDay, share: Share, run: RunningClass): ExplainedShare {
  const { bucket } = share.lane;
  const moved = run.add(bucket, share.amountE18);
  const reason = day.periodIndex === null ? outsideReason(bucket.reason) : bucket.reason;
  const cuts =
    reason === null || moved.convertedE18 === 0n ? [] : [{ reason, amountE18: moved.convertedE18 }];
  const none = { ...moved, eligibleE18: 0n };
  return explained(day, share, bucket.class, { moved: none, countedE18: 0n, cuts });
}

/** In no period the first reasons still hold; all others give way to it. */
function outsideReason(reason: Cut['reason'] | null): NotCountedReason {
  return reason === 'outside-contract' || reason === 'out-of-scope' ? reason : 'outside-term';
}

function countingCells(
  day: ExplainedDay,
  spendClass: SpendClass,
  shares: readonly Share[],
  run: RunningClass,
): ExplainedShare[] {
  if (shares.length === 0) return [];
  const [then, now] = standing(day, spendClass);
  const counted = splitCounted(shares, {
    startE18: then?.countedE18 ?? 0n,
    endE18: now?.countedE18 ?? 0n,
    capE18: now?.capE18 ?? null,
    eligibleE36: day.isShared ? null : run.eligibleE36,
  });
  const moves = shares.map(({ lane, amountE18 }) => run.add(lane.bucket, amountE18));
  const lost = moves.map(({ eligibleE18 }, place) => eligibleE18 - (counted[place] ?? 0n));
  const taken = spreadTaken(lost, (now?.takenE18 ?? 0n) - (then?.takenE18 ?? 0n));
  return shares.map((share, place) => {
    const moved = moves[place] ?? NOT_MOVED;
    const countedE18 = counted[place] ?? 0n;
    const cuts = cutsOf(moved, countedE18, taken[place] ?? 0n);
    return explained(day, share, spendClass, { moved, countedE18, cuts });
  });
}

/** A class without usage of its own on the day counts more or less: the last series carries it. */
function capAlone(
  day: ExplainedDay,
  spendClass: SpendClass,
  counting: readonly Share[],
  shares: readonly Share[],
): ExplainedShare[] {
  const last = shares.at(-1);
  if (day.periodIndex === null || counting.length > 0 || last === undefined) return [];
  const [then, now] = standing(day, spendClass);
  const countedE18 = (now?.countedE18 ?? 0n) - (then?.countedE18 ?? 0n);
  const takenE18 = (now?.takenE18 ?? 0n) - (then?.takenE18 ?? 0n);
  if (countedE18 === 0n && takenE18 === 0n) return [];
  const cuts = cutsOf(NOT_MOVED, countedE18, takenE18);
  const share = { ...last, amountE18: 0n };
  const found = explained(day, share, spendClass, { moved: NOT_MOVED, countedE18, cuts });
  return [{ ...found, isCapAlone: true }];
}

const NOT_MOVED: Moved = { convertedE18: 0n, rawE18: 0n, eligibleE18: 0n };

function standing(
  { before, after }: ExplainedDay,
  spendClass: SpendClass,
): (CountedSums | undefined)[] {
  return [before, after].map((sums) => sums.find((sum) => sum.class === spendClass));
}

function explained(
  { day, periodIndex }: ExplainedDay,
  share: Share,
  spendClass: SpendClass,
  {
    moved,
    countedE18,
    cuts,
  }: { readonly moved: Moved; readonly countedE18: bigint; readonly cuts: readonly Cut[] },
): ExplainedShare {
  const { state, segment, lane, amountE18 } = share;
  const { rateE10, applicabilityE4, fractionE4 } = lane.bucket;
  const cell = {
    day: formatDay(day),
    periodIndex,
    class: spendClass,
    ruleId: segment.verdict.ruleId,
    digest: state.digest,
    attrs: state.line,
    ...{ amountE18, rateE10, applicabilityE4, fractionE4 },
    convertedE18: moved.convertedE18,
    eligibleE18: moved.eligibleE18,
    ...{ countedE18, cuts, termsVersion: segment.verdict.termsVersion },
  };
  return { share, cell, isCapAlone: false };
}
