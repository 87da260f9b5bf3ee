import { formatRatio, formatScaled } from '@app/money';
import { type CountedSums } from '../count/counted-sums.js';
import { type ClassFigures } from './period-figures.js';

/** Figures of the classes that may count, in class order. */
export function classFiguresOf(sums: readonly CountedSums[]): ClassFigures[] {
  return sums
    .filter(({ convertedE18, fractionE4 }) => convertedE18 !== 0n || fractionE4 !== null)
    .map((sum) => ({
      class: sum.class,
      rawE18: sum.rawE18,
      fraction: fractionText(sum),
      eligibleE18: sum.eligibleE18,
      capE18: sum.capE18,
      countedE18: sum.countedE18,
      headroomE18: sum.capE18 === null ? null : sum.capE18 - sum.countedE18,
    }));
}

function fractionText({ fractionE4, rawE18, eligibleE18 }: CountedSums): string {
  if (fractionE4 !== null) return canonical(formatScaled(fractionE4, 4));
  return rawE18 === 0n ? '0' : canonical(formatRatio(eligibleE18, rawE18));
}

function canonical(text: string): string {
  return text.replace(/\.?0+$/, '');
}
