export const DEMO_PRICE_BOOK = 'demo-aws-list';

/** The body of `POST /v1/price-books`. */
export function demoPriceBook(today: string): object {
  return {
    priceBookId: DEMO_PRICE_BOOK,
    provider: 'AWS',
    currency: 'USD',
    prices: [],
    reason: today,
  };
}
