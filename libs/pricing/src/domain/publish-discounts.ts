import { checkDiscounts } from './check-discounts.js';
import { checkReason } from './check-values.js';
import { type PublishDiscounts } from './price-book.commands.js';
import { type DiscountsPublished } from './price-book.events.js';
import { type PriceBook } from './price-book.state.js';
import { PricingRefusedError } from './pricing.errors.js';

/**
 * Adds discounts; one with a known id and `effectiveFrom` corrects it.
 *
 * @throws PricingRefusedError
 */
export function publishDiscounts(book: PriceBook, command: PublishDiscounts): DiscountsPublished[] {
  const { priceBookId } = book;
  if (priceBookId === '') throw new PricingRefusedError('not-found', '', 'no such price book');
  const { discounts, reason } = command;
  checkReason(reason);
  checkDiscounts(discounts, '/discounts');
  return discounts.length === 0
    ? []
    : [{ type: 'DiscountsPublished', priceBookId, discounts, reason }];
}
