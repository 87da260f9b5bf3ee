import { formatDay } from '@app/calendar';
import { cutHalfEven } from '@app/money';
import { SPEND_CLASSES } from '../classes/spend-classes.js';
import { type CommitmentFold } from '../fold/commitment-fold.js';
import { type PlannedPeriod } from '../fold/commitment-plan.js';
import { type SpendClass } from '../terms/terms.js';
import { type Attribution } from './attribution.js';
import { splitCounted } from './split-counted.js';
import { type Share, sharesByDay } from './day-shares.js';

/** Rows by (day, class, series) of `[from, to)`; lines outside the contract are left out. */
export function attributionsOf(fold: CommitmentFold, from: number, to: number): Attribution[] {
  return fold.plan.periods.flatMap((period) => {
    const byDay = sharesByDay(fold, Math.max(from, period.start), Math.min(to, period.end));
    return [...byDay.keys()]
      .sort((a, b) => a - b)
      .flatMap((day) => attributeDay(fold, period, day, byDay.get(day) ?? []));
  });
}

function attributeDay(
  fold: CommitmentFold,
  period: PlannedPeriod,
  day: number,
  shares: readonly Share[],
): Attribution[] {
  const before = new Map(fold.counter(period, day).map((sum) => [sum.class, sum]));
  const after = new Map(fold.counter(period, day + 1).map((sum) => [sum.class, sum]));
  return SPEND_CLASSES.flatMap((spendClass) => {
    const mine = shares.filter(({ lane }) => lane.bucket.class === spendClass);
    const [then, now] = [before.get(spendClass), after.get(spendClass)];
    const start = then?.countedE18 ?? 0n;
    const end = now?.countedE18 ?? 0n;
    const counting = mine.filter(({ lane }) => lane.bucket.reason === null);
    if (counting.length === 0 && end !== start) {
      // A cap OF COUNTED moved with what another class counts: the day's last series carries it.
      const last = shares.at(-1);
      const moved = last && attribution(last, spendClass, period, day, 0n, end - start);
      return moved === undefined
        ? []
        : [...mine.map((share) => refused(share, period, day)), moved];
    }
    const parts = splitCounted(counting, {
      startE18: start,
      endE18: end,
      capE18: now?.capE18 ?? null,
      eligibleE36: fold.isShared ? null : eligibleE36(fold, period, day, spendClass),
    });
    return mine.map((share) => {
      const place = counting.indexOf(share);
      if (place < 0) return refused(share, period, day);
      return attribution(share, spendClass, period, day, amountOf(share), parts[place] ?? 0n);
    });
  });
}

function eligibleE36(
  fold: CommitmentFold,
  { start }: PlannedPeriod,
  day: number,
  spendClass: SpendClass,
): bigint {
  let sum = 0n;
  for (const bucket of fold.buckets.all) {
    if (bucket.class !== spendClass || bucket.reason !== null) continue;
    const { rateE10, applicabilityE4, fractionE4 } = bucket;
    sum += bucket.days.between(start, day) * rateE10 * applicabilityE4 * fractionE4;
  }
  return sum;
}

function refused(share: Share, period: PlannedPeriod, day: number): Attribution {
  return attribution(share, share.lane.bucket.class, period, day, amountOf(share), 0n);
}

function amountOf({ lane, amountE18 }: Share): bigint {
  return cutHalfEven(amountE18 * lane.bucket.rateE10, 28, 18);
}

function attribution(
  { state, segment: { verdict }, lane: { bucket } }: Share,
  spendClass: SpendClass,
  period: PlannedPeriod,
  day: number,
  amountE18: bigint,
  countedE18: bigint,
): Attribution {
  return {
    day: formatDay(day),
    periodIndex: period.index,
    class: spendClass,
    ruleId: verdict.ruleId,
    digest: state.digest,
    attrs: state.line,
    reason: bucket.reason,
    amountE18,
    rateE10: bucket.rateE10,
    applicabilityE4: bucket.applicabilityE4,
    fractionE4: bucket.fractionE4,
    countedE18,
    termsVersion: verdict.termsVersion,
  };
}
