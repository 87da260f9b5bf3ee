import { type CountedSums } from '../count/counted-sums.js';
import { NOT_COUNTED_REASONS, type NotCounted, type NotCountedReason } from './not-counted.js';

/** Every part of the sums that does not count, by reason order, then class order. */
export function notCountedOf(sums: readonly CountedSums[]): NotCounted[] {
  const rows: NotCounted[] = [];
  for (const reason of NOT_COUNTED_REASONS) {
    for (const sum of sums) {
      const amountE18 = part(sum, reason);
      if (amountE18 !== 0n) rows.push({ class: sum.class, reason, amountE18 });
    }
  }
  return rows;
}

function part(sum: CountedSums, reason: NotCountedReason): bigint {
  switch (reason) {
    case 'applicability':
      return sum.convertedE18 - sum.rawE18;
    case 'fraction':
      return sum.rawE18 - sum.eligibleE18;
    case 'over-cap':
      return sum.eligibleE18 - sum.takenE18 - sum.countedE18;
    case 'taken-by-other-commitment':
      return sum.takenE18;
    case 'outside-contract':
    case 'out-of-scope':
    case 'outside-term':
    case 'superseded-by-billed':
    case 'shortfall-fee':
    case 'shortfall-balance':
    case 'tax-never-counts':
    case 'credit-does-not-reduce':
    case 'support-not-counted':
    case 'class-not-agreed':
      return sum.refused.get(reason) ?? 0n;
  }
}
