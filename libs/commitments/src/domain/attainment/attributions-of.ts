import { formatDay } from '@app/calendar';
import { cutHalfEven } from '@app/money';
import { type CommitmentFold } from '../fold/commitment-fold.js';
import { type PlannedPeriod } from '../fold/commitment-plan.js';
import { type Lane, type SeriesSegment, type SeriesState } from '../fold/series-state.js';
import { classRank } from '../classes/spend-classes.js';
import { type Attribution } from './attribution.js';
import { usedDays } from './day-entries.js';

interface Share {
  readonly state: SeriesState;
  readonly segment: SeriesSegment;
  readonly lane: Lane;
  readonly amountE18: bigint;
}

/** Rows by (day, class, series) of `[from, to)`; lines outside the contract are left out. */
export function attributionsOf(fold: CommitmentFold, from: number, to: number): Attribution[] {
  return fold.plan.periods.flatMap((period) =>
    usedDays(fold, Math.max(from, period.start), Math.min(to, period.end)).flatMap((day) =>
      attributeDay(fold, period, day),
    ),
  );
}

function attributeDay(fold: CommitmentFold, period: PlannedPeriod, day: number): Attribution[] {
  const before = new Map(fold.counter(period, day).map((sum) => [sum.class, sum]));
  const after = new Map(fold.counter(period, day + 1).map((sum) => [sum.class, sum]));
  const rows: Attribution[] = [];
  const shares = sharesOf(fold, day);
  for (const spendClass of [...shares.keys()].sort((a, b) => classRank(a) - classRank(b))) {
    const last = after.get(spendClass);
    let counted = before.get(spendClass)?.countedE18 ?? 0n;
    let runningE36 = eligibleE36(fold, period, day, spendClass);
    const list = shares.get(spendClass) ?? [];
    list.forEach((share, place) => {
      runningE36 += shareE36(share);
      const eligible = cutHalfEven(runningE36, 36, 18);
      const capped = bounded(eligible, last?.capE18 ?? null);
      const now = place === list.length - 1 ? (last?.countedE18 ?? 0n) : capped;
      rows.push(attribution(share, period, day, now - counted));
      counted = now;
    });
  }
  return rows;
}

function sharesOf(fold: CommitmentFold, day: number): Map<Attribution['class'], Share[]> {
  const shares = new Map<Attribution['class'], Share[]>();
  const states = [...fold.states.values()].sort((a, b) => (a.digest < b.digest ? -1 : 1));
  for (const state of states) {
    for (const segment of state.segments) {
      if (segment === undefined) continue;
      for (const lane of segment.lanes) {
        const amountE18 = lane.days?.at(day) ?? 0n;
        if (amountE18 === 0n) continue;
        const list = shares.get(lane.bucket.class) ?? [];
        list.push({ state, segment, lane, amountE18 });
        shares.set(lane.bucket.class, list);
      }
    }
  }
  return shares;
}

function eligibleE36(
  fold: CommitmentFold,
  { start }: PlannedPeriod,
  day: number,
  spendClass: Attribution['class'],
): bigint {
  let sum = 0n;
  for (const bucket of fold.buckets.all) {
    if (bucket.class !== spendClass || bucket.reason !== null) continue;
    const { rateE10, applicabilityE4, fractionE4 } = bucket;
    sum += bucket.days.between(start, day) * rateE10 * applicabilityE4 * fractionE4;
  }
  return sum;
}

function shareE36({ lane: { bucket }, amountE18 }: Share): bigint {
  return bucket.reason === null
    ? amountE18 * bucket.rateE10 * bucket.applicabilityE4 * bucket.fractionE4
    : 0n;
}

function attribution(
  { state, segment: { verdict }, lane, amountE18 }: Share,
  period: PlannedPeriod,
  day: number,
  countedE18: bigint,
): Attribution {
  const { bucket } = lane;
  return {
    day: formatDay(day),
    periodIndex: period.index,
    class: bucket.class,
    ruleId: verdict.ruleId,
    digest: state.digest,
    attrs: state.line,
    reason: bucket.reason,
    amountE18: cutHalfEven(amountE18 * bucket.rateE10, 28, 18),
    rateE10: bucket.rateE10,
    applicabilityE4: bucket.applicabilityE4,
    fractionE4: bucket.fractionE4,
    countedE18,
    termsVersion: verdict.termsVersion,
  };
}

function bounded(eligible: bigint, cap: bigint | null): bigint {
  return cap !== null && eligible > cap ? cap : eligible;
}
