import { type SpendClass } from '../terms/terms.js';

/** All classes in the order in which they are tried and listed (commitments.md 3.3). */
export const SPEND_CLASSES: readonly SpendClass[] = [
  'SHORTFALL_FEE',
  'BALANCE_SPEND',
  'BALANCE_CREDIT',
  'TAX',
  'CREDIT',
  'SUPPORT',
  'BEDROCK_3P',
  'MARKETPLACE',
  'REFUND',
  'DISCOUNT',
  'UPFRONT_PURCHASE',
  'ADJUSTMENT',
  'USAGE',
  'UNCLASSIFIED',
];

const FIXED: ReadonlySet<SpendClass> = new Set<SpendClass>([
  'SHORTFALL_FEE',
  'BALANCE_SPEND',
  'BALANCE_CREDIT',
  'TAX',
  'UNCLASSIFIED',
]);

/** Place of a class in that order, from 0. */
export function classRank(spendClass: SpendClass): number {
  return SPEND_CLASSES.indexOf(spendClass);
}

export function isSpendClass(text: string): text is SpendClass {
  return (SPEND_CLASSES as readonly string[]).includes(text);
}

/** Classes whose fraction no contract can change. */
export function hasFixedFraction(spendClass: SpendClass): boolean {
  return FIXED.has(spendClass);
}
