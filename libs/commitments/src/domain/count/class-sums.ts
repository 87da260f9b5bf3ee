import { cutHalfEven } from '@app/money';
import { type NotCountedReason } from '../attainment/not-counted.js';
import { classRank } from '../classes/spend-classes.js';
import { type Bucket } from '../fold/bucket.js';
import { type SpendClass } from '../terms/terms.js';

/** Running sums of one class over some days, cut half-even to 10^-18 when read. */
export interface ClassSums {
  readonly class: SpendClass;
  /** Converted amount of the lines that may count. */
  readonly convertedE18: bigint;
  /** The same lines at list; a line that knows no list cost stands at its own. */
  readonly listE18: bigint;
  /** × applicability. */
  readonly rawE18: bigint;
  /** × fraction. */
  readonly eligibleE18: bigint;
  /** Part of `eligible` by an invoice month that is not known yet. */
  readonly provisionalE18: bigint;
  /** Converted amounts of which nothing counts, by reason. */
  readonly refused: ReadonlyMap<NotCountedReason, bigint>;
  readonly unclassifiedE18: bigint;
  /** The one fraction that held, else null. */
  readonly fractionE4: bigint | null;
}

interface Sums {
  convertedE28: bigint;
  listE28: bigint;
  rawE32: bigint;
  eligibleE36: bigint;
  provisionalE36: bigint;
  unclassifiedE28: bigint;
  readonly refusedE28: Map<NotCountedReason, bigint>;
  readonly fractions: Set<bigint>;
}

/** Sums of `[from, to)` by class, in class order; classes without usage are left out. */
export function classSums(buckets: Iterable<Bucket>, from: number, to: number): ClassSums[] {
  const byClass = new Map<SpendClass, Sums>();
  for (const bucket of buckets) {
    const amount = bucket.days.between(from, to);
    const discount = bucket.discounts.between(from, to);
    if (amount === 0n && discount === 0n) continue;
    let sums = byClass.get(bucket.class);
    if (sums === undefined) {
      sums = empty();
      byClass.set(bucket.class, sums);
    }
    addBucket(sums, bucket, amount, discount);
  }
  return [...byClass]
    .sort(([a], [b]) => classRank(a) - classRank(b))
    .map(([spendClass, sums]) => cut(spendClass, sums));
}

/** Converted amount of everything in `[from, to)`, whatever becomes of it; cut once. */
export function convertedE18(buckets: Iterable<Bucket>, from: number, to: number): bigint {
  let sumE28 = 0n;
  for (const { days, rateE10 } of buckets) sumE28 += days.between(from, to) * rateE10;
  return cutHalfEven(sumE28, 28, 18);
}

function empty(): Sums {
  return {
    convertedE28: 0n,
    listE28: 0n,
    rawE32: 0n,
    eligibleE36: 0n,
    provisionalE36: 0n,
    unclassifiedE28: 0n,
    refusedE28: new Map(),
    fractions: new Set(),
  };
}

function addBucket(sums: Sums, bucket: Bucket, amount: bigint, discount: bigint): void {
  const { reason, rateE10, applicabilityE4, fractionE4, provisional } = bucket;
  const converted = amount * rateE10;
  if (reason === 'unclassified') sums.unclassifiedE28 += converted;
  else if (reason !== null) {
    sums.refusedE28.set(reason, (sums.refusedE28.get(reason) ?? 0n) + converted);
  } else {
    const raw = converted * applicabilityE4;
    sums.convertedE28 += converted;
    sums.listE28 += converted + discount * rateE10;
    sums.rawE32 += raw;
    sums.eligibleE36 += raw * fractionE4;
    if (provisional) sums.provisionalE36 += raw * fractionE4;
    sums.fractions.add(fractionE4);
  }
}

function cut(spendClass: SpendClass, sums: Sums): ClassSums {
  const [fraction = null] = sums.fractions;
  return {
    class: spendClass,
    convertedE18: cutHalfEven(sums.convertedE28, 28, 18),
    listE18: cutHalfEven(sums.listE28, 28, 18),
    rawE18: cutHalfEven(sums.rawE32, 32, 18),
    eligibleE18: cutHalfEven(sums.eligibleE36, 36, 18),
    provisionalE18: cutHalfEven(sums.provisionalE36, 36, 18),
    unclassifiedE18: cutHalfEven(sums.unclassifiedE28, 28, 18),
    refused: new Map(
      [...sums.refusedE28].map(([reason, amount]) => [reason, cutHalfEven(amount, 28, 18)]),
    ),
    fractionE4: sums.fractions.size === 1 ? fraction : null,
  };
}
