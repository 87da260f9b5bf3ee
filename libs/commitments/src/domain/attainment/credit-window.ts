import { addMonths, formatDay, monthOf } from '@app/calendar';
import { type PlannedPeriod } from '../fold/commitment-plan.js';
import { type CreditWindow } from './period-figures.js';

/**
 * When a paid shortfall may be spent (treatment CREDIT): from the first of the month
 * `startsAfterMonths` after the period's end, for `months`. Without a window: at once, for a year.
 */
export function creditWindow(
  { end, terms: { shortfall } }: PlannedPeriod,
  balanceE18: bigint,
): CreditWindow | null {
  if (shortfall.treatment !== 'CREDIT') return null;
  const { startsAfterMonths = 0, months = 12 } = shortfall.creditWindow ?? {};
  const start = addMonths(monthOf(formatDay(end)), startsAfterMonths);
  return { start, end: addMonths(start, months), balanceE18 };
}
