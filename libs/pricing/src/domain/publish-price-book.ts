import { checkDiscounts } from './check-discounts.js';
import { checkPrices } from './check-prices.js';
import { checkCurrency, checkReason } from './check-values.js';
import { type PublishPriceBook } from './price-book.commands.js';
import { type PriceBookPublished } from './price-book.events.js';
import { type PriceBook } from './price-book.state.js';
import { PricingRefusedError } from './pricing.errors.js';
import { sameJson } from './same-json.js';

/**
 * Opens a price book; the same book again changes nothing.
 *
 * @throws PricingRefusedError `already-exists` when the id is known with another content
 */
export function publishPriceBook(book: PriceBook, command: PublishPriceBook): PriceBookPublished[] {
  const content: PriceBook = {
    priceBookId: command.priceBookId,
    provider: command.provider,
    currency: command.currency,
    priority: command.priority ?? 100,
    prices: command.prices ?? [],
    discounts: command.discounts ?? [],
  };
  if (book.priceBookId !== '') {
    if (sameJson(book, content)) return [];
    throw new PricingRefusedError(
      'already-exists',
      '/priceBookId',
      `price book ${book.priceBookId} is known with another content`,
    );
  }
  checkReason(command.reason);
  checkCurrency(content.currency, '/currency');
  checkPrices(content.prices, '/prices');
  checkDiscounts(content.discounts, '/discounts');
  return [{ ...content, type: 'PriceBookPublished', reason: command.reason }];
}
