import { checkPrices } from './check-prices.js';
import { checkReason } from './check-values.js';
import { type PublishPrices } from './price-book.commands.js';
import { type PricesPublished } from './price-book.events.js';
import { type PriceBook } from './price-book.state.js';
import { PricingRefusedError } from './pricing.errors.js';

/**
 * Adds prices; one for a known SKU, unit and `effectiveFrom` corrects it.
 *
 * @throws PricingRefusedError
 */
export function publishPrices(book: PriceBook, command: PublishPrices): PricesPublished[] {
  const { priceBookId } = book;
  if (priceBookId === '') throw new PricingRefusedError('not-found', '', 'no such price book');
  checkReason(command.reason);
  checkPrices(command.prices, '/prices');
  if (command.prices.length === 0) return [];
  return [{ type: 'PricesPublished', priceBookId, prices: command.prices, reason: command.reason }];
}
