import { type Discount, type Price } from './price-book.state.js';

/** Opens a price book. */
export interface PublishPriceBook {
  readonly type: 'PublishPriceBook';
  readonly priceBookId: string;
  readonly provider: string;
  readonly currency: string;
  /** Default 100; lower is asked first. */
  readonly priority?: number | undefined;
  readonly prices?: readonly Price[] | undefined;
  readonly discounts?: readonly Discount[] | undefined;
  readonly reason: string;
}

/** Adds prices; the same SKU, unit and `effectiveFrom` again corrects what was published. */
export interface PublishPrices {
  readonly type: 'PublishPrices';
  readonly prices: readonly Price[];
  readonly reason: string;
}

/** Adds discounts; the same `discountId` again replaces it. */
export interface PublishDiscounts {
  readonly type: 'PublishDiscounts';
  readonly discounts: readonly Discount[];
  readonly reason: string;
}

export type PriceBookCommand = PublishPriceBook | PublishPrices | PublishDiscounts;
