import { type Discount, type Price, type PriceBook } from './price-book.state.js';

export interface PriceBookPublished extends PriceBook {
  readonly type: 'PriceBookPublished';
  readonly reason: string;
}

export interface PricesPublished {
  readonly type: 'PricesPublished';
  readonly priceBookId: string;
  readonly prices: readonly Price[];
  readonly reason: string;
}

export interface DiscountsPublished {
  readonly type: 'DiscountsPublished';
  readonly priceBookId: string;
  readonly discounts: readonly Discount[];
  readonly reason: string;
}

export type PriceBookEvent = PriceBookPublished | PricesPublished | DiscountsPublished;
