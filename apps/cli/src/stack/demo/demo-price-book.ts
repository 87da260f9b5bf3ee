import { laboratoryPrices } from '@app/imports';

export const DEMO_PRICE_BOOK = 'demo-aws-list';

/** The body of `POST /v1/price-books`: a price for all that the demo exporter meters. */
export function demoPriceBook(): object {
  return {
    priceBookId: DEMO_PRICE_BOOK,
    provider: 'AWS',
    currency: 'USD',
    prices: laboratoryPrices(),
    reason: 'prices of the demo exporter',
  };
}
