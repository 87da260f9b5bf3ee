import { dayNumber } from '@app/calendar';
import { type SeriesAttributes } from '@app/usage-ledger/domain';
import { type NotCountedReason } from '../attainment/not-counted.js';
import { matchesRule } from '../scope/match-rule.js';
import { ratioE4 } from '../scope/ratio-e4.js';
import { type ClassTerm, type Dated, type SpendClass, type Terms } from '../terms/terms.js';
import { hasFixedFraction } from './spend-classes.js';

/** Fraction of a class that counts (10^-4); the reason when nothing of it does. */
export interface ClassFraction {
  readonly fractionE4: bigint;
  /** Null: the fraction counts; `unclassified` stands in suspense. */
  readonly reason: NotCountedReason | 'unclassified' | null;
}

const ALL: ClassFraction = { fractionE4: 10_000n, reason: null };
const none = (reason: ClassFraction['reason']): ClassFraction => ({ fractionE4: 0n, reason });

/**
 * Fraction of a line's class: the first class term whose class, window and conditions match, else
 * the built-in default.
 *
 * @param usageDay charge start day
 * @param invoiceDay first of the invoice month (of the month after billing while there is none)
 */
export function classFraction(
  line: SeriesAttributes,
  spendClass: SpendClass,
  terms: Terms,
  usageDay: number,
  invoiceDay: number,
): ClassFraction {
  if (!hasFixedFraction(spendClass)) {
    const term = terms.classes.find(
      (candidate) =>
        candidate.class === spendClass &&
        within(candidate, candidate.dateTested === 'INVOICE' ? invoiceDay : usageDay) &&
        (candidate.where ?? []).every((rule) => matchesRule(line, rule)),
    );
    if (term) return { fractionE4: ratioE4(term.fraction), reason: null };
  }
  return defaultFraction(spendClass, terms);
}

/** Cap of a class on a period's last day: of the first class term in force that has one. */
export function capTerm(
  spendClass: SpendClass,
  terms: Pick<Terms, 'classes'>,
  lastDay: number,
): ClassTerm | undefined {
  return terms.classes.find(
    (term) => term.class === spendClass && term.cap !== undefined && within(term, lastDay),
  );
}

function within({ effectiveFrom, effectiveTo }: Dated, day: number): boolean {
  return (
    (effectiveFrom === undefined || dayNumber(effectiveFrom) <= day) &&
    (effectiveTo === undefined || day < dayNumber(effectiveTo))
  );
}

function defaultFraction(spendClass: SpendClass, terms: Terms): ClassFraction {
  switch (spendClass) {
    case 'SHORTFALL_FEE':
      return none('shortfall-fee');
    case 'BALANCE_SPEND':
      return none('shortfall-balance');
    case 'TAX':
      return none('tax-never-counts');
    case 'CREDIT':
      return terms.creditsReduce ? ALL : none('credit-does-not-reduce');
    case 'SUPPORT':
      return terms.supportCounts ? ALL : none('support-not-counted');
    case 'BEDROCK_3P':
    case 'MARKETPLACE':
      return none('class-not-agreed');
    case 'UNCLASSIFIED':
      return none('unclassified');
    case 'BALANCE_CREDIT':
    case 'REFUND':
    case 'DISCOUNT':
    case 'UPFRONT_PURCHASE':
    case 'ADJUSTMENT':
    case 'USAGE':
      return ALL;
  }
}
