import { cutHalfEven, parseE18 } from '@app/money';
import { capTerm } from '../classes/class-fraction.js';
import { ratioE4 } from '../scope/ratio-e4.js';
import { type ClassCap, type SpendClass, type Terms } from '../terms/terms.js';

/** What bounds the counted sums of one period. */
export interface CapContext {
  readonly terms: Pick<Terms, 'classes'>;
  /** Day number of the period's last day: the caps in force then bind. */
  readonly lastDay: number;
  readonly minimumE18: bigint;
}

/** Eligible and counted running sum of one class. */
export interface CountedClass {
  readonly class: SpendClass;
  readonly capE18: bigint | null;
  readonly countedE18: bigint;
}

interface Eligible {
  readonly class: SpendClass;
  readonly eligibleE18: bigint;
}

/**
 * `counted = min(eligible, cap)` of each class, on the running sum. A cap OF COUNTED is a part of
 * what the classes without such a cap count; no cap is below zero.
 */
export function countClasses(sums: readonly Eligible[], context: CapContext): CountedClass[] {
  const caps = sums.map((sum) => capTerm(sum.class, context.terms, context.lastDay)?.cap);
  const first = sums.map((sum, i) => {
    const cap = caps[i];
    return cap?.of === 'COUNTED' ? null : bounded(sum, cap && amountOf(cap, context.minimumE18));
  });
  const base = first.reduce((total, counted) => total + (counted?.countedE18 ?? 0n), 0n);
  return sums.map((sum, i) => {
    const cap = caps[i];
    return first[i] ?? bounded(sum, cap && amountOf(cap, base));
  });
}

function amountOf(cap: ClassCap, ofE18: bigint): bigint {
  return cap.of === 'FIXED' ? parseE18(cap.amount) : cutHalfEven(ofE18 * ratioE4(cap.pct), 22, 18);
}

function bounded(sum: Eligible, capE18: bigint | undefined): CountedClass {
  if (capE18 === undefined) {
    return { class: sum.class, capE18: null, countedE18: sum.eligibleE18 };
  }
  const cap = capE18 < 0n ? 0n : capE18;
  return {
    class: sum.class,
    capE18: cap,
    countedE18: sum.eligibleE18 < cap ? sum.eligibleE18 : cap,
  };
}
