import { cutHalfEven } from '@app/money';
import { type Share } from './day-shares.js';

/** What a class counts before and after a day. */
export interface CountedDay {
  readonly startE18: bigint;
  readonly endE18: bigint;
  readonly capE18: bigint | null;
  /** Running eligible sum before the day; null: others share the usage, it says nothing. */
  readonly eligibleE36: bigint | null;
}

/**
 * Splits what a class counts on a day over its series, in their order: each gets by how much it
 * moves the running counted sum. The parts add up exactly.
 */
export function splitCounted(shares: readonly Share[], day: CountedDay): bigint[] {
  let countedE18 = day.startE18;
  let runningE36 = day.eligibleE36 ?? day.startE18 * 10n ** 18n;
  return shares.map((share, place) => {
    runningE36 += eligibleE36(share);
    const eligible = cutHalfEven(runningE36, 36, 18);
    const bound = day.eligibleE36 === null ? higher(day.startE18, day.endE18) : day.capE18;
    const reached = bound !== null && eligible > bound ? bound : eligible;
    const now = place === shares.length - 1 ? day.endE18 : reached;
    const part = now - countedE18;
    countedE18 = now;
    return part;
  });
}

function eligibleE36({ lane: { bucket }, amountE18 }: Share): bigint {
  return amountE18 * bucket.rateE10 * bucket.applicabilityE4 * bucket.fractionE4;
}

function higher(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
