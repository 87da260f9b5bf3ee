import { type CommitmentFold } from '../fold/commitment-fold.js';
import { classSums } from '../count/class-sums.js';
import { NOT_COUNTED_REASONS, type NotCounted, type NotCountedReason } from './not-counted.js';

const BEFORE: ReadonlySet<NotCountedReason> = new Set(['outside-contract', 'out-of-scope']);

/** Converted amounts of days in no period: by an earlier reason where one holds, else outside-term. */
export function outsideTerm(fold: CommitmentFold, upTo: number): NotCounted[] {
  const { periods } = fold.plan;
  const spans = [
    [-Infinity, Math.min(upTo, periods[0]?.start ?? Infinity)],
    [periods.at(-1)?.end ?? Infinity, upTo],
  ] as const;
  const sums = new Map<string, NotCounted>();
  for (const [from, to] of spans) {
    for (const sum of classSums(fold.buckets.all, from, to)) {
      add(sums, sum.class, 'outside-term', sum.convertedE18 + sum.unclassifiedE18);
      for (const [reason, amount] of sum.refused) {
        add(sums, sum.class, BEFORE.has(reason) ? reason : 'outside-term', amount);
      }
    }
  }
  return [...sums.values()]
    .filter(({ amountE18 }) => amountE18 !== 0n)
    .sort((a, b) => rank(a.reason) - rank(b.reason));
}

function add(
  sums: Map<string, NotCounted>,
  spendClass: NotCounted['class'],
  reason: NotCountedReason,
  amount: bigint,
): void {
  const key = `${reason} ${spendClass}`;
  const amountE18 = (sums.get(key)?.amountE18 ?? 0n) + amount;
  sums.set(key, { class: spendClass, reason, amountE18 });
}

function rank(reason: NotCountedReason): number {
  return NOT_COUNTED_REASONS.indexOf(reason);
}
