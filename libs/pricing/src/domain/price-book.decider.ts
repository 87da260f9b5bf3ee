import { type PriceBookCommand } from './price-book.commands.js';
import { type PriceBookEvent } from './price-book.events.js';
import { type PriceBook } from './price-book.state.js';
import { publishDiscounts } from './publish-discounts.js';
import { publishPriceBook } from './publish-price-book.js';
import { publishPrices } from './publish-prices.js';

function initial(): PriceBook {
  return { priceBookId: '', provider: '', currency: '', priority: 100, prices: [], discounts: [] };
}

function decide(book: PriceBook, command: PriceBookCommand): PriceBookEvent[] {
  switch (command.type) {
    case 'PublishPriceBook':
      return publishPriceBook(book, command);
    case 'PublishPrices':
      return publishPrices(book, command);
    case 'PublishDiscounts':
      return publishDiscounts(book, command);
  }
}

function evolve(book: PriceBook, event: PriceBookEvent): PriceBook {
  switch (event.type) {
    case 'PriceBookPublished': {
      const { priceBookId, provider, currency, priority, prices, discounts } = event;
      return { priceBookId, provider, currency, priority, prices, discounts };
    }
    case 'PricesPublished':
      return { ...book, prices: [...book.prices, ...event.prices] };
    case 'DiscountsPublished':
      return { ...book, discounts: [...book.discounts, ...event.discounts] };
  }
}

export const priceBookDecider = { initial, decide, evolve };
