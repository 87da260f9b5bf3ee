import { decider } from '@app/event-store/testing';
import { type PublishPriceBook } from './price-book.commands.js';
import { priceBookDecider } from './price-book.decider.js';
import { type PriceBookPublished } from './price-book.events.js';
import { type Price } from './price-book.state.js';
import { PricingRefusedError } from './pricing.errors.js';

const PRICE: Price = { skuId: 'in', unit: 'tokens', per: '1000000', unitPrice: '3.30' };
const OPEN: PublishPriceBook = {
  type: 'PublishPriceBook',
  priceBookId: 'negotiated',
  provider: 'AWS',
  currency: 'USD',
  prices: [PRICE],
  reason: 'signed',
};
const OPENED: PriceBookPublished = {
  type: 'PriceBookPublished',
  priceBookId: 'negotiated',
  provider: 'AWS',
  currency: 'USD',
  priority: 100,
  prices: [PRICE],
  discounts: [],
  reason: 'signed',
};
const subject = decider(priceBookDecider);

describe('a price book', () => {
  it('opens once', () => {
    subject.when(OPEN).then(OPENED);
    subject.given(OPENED).when(OPEN).then();
    subject
      .given(OPENED)
      .when({ ...OPEN, provider: 'Azure' })
      .thenThrows(PricingRefusedError, 'already-exists');
  });

  it('takes prices and discounts once it is open', () => {
    const command = { type: 'PublishPrices', prices: [PRICE], reason: 'more' } as const;
    subject
      .given(OPENED)
      .when(command)
      .then({ ...command, type: 'PricesPublished', priceBookId: 'negotiated' });
    subject.when(command).thenThrows(PricingRefusedError, 'not-found');
    const discounts = [{ discountId: 'edp', rate: '0.15', skuIds: '*' }] as const;
    subject
      .given(OPENED)
      .when({ type: 'PublishDiscounts', discounts, reason: 'edp' })
      .then({ type: 'DiscountsPublished', priceBookId: 'negotiated', discounts, reason: 'edp' });
  });

  it.each<[string, Partial<Price>[]]>([
    ['price-invalid', [{ unitPrice: '-1' }]],
    ['price-invalid', [{ unitPrice: `0.${'1'.repeat(13)}` }]],
    ['price-invalid', [{ listPrice: '1e3' }]],
    ['price-overlap', [{}, { unitPrice: '4' }]],
    ['price-overlap', [{ effectiveTo: '2027-03-01' }, { effectiveFrom: '2027-02-01' }]],
    ['day-invalid', [{ effectiveFrom: '2027-02-29' }]],
    ['period-empty', [{ effectiveFrom: '2027-02-01', effectiveTo: '2027-02-01' }]],
    ['tiers-invalid', [{ tiers: [] }]],
    ['tiers-invalid', [{ tiers: [{ upTo: '5', unitPrice: '1' }] }]],
    [
      'tiers-invalid',
      [
        {
          tiers: [
            { upTo: '5', unitPrice: '1' },
            { upTo: '5', unitPrice: '1' },
            { upTo: null, unitPrice: '1' },
          ],
        },
      ],
    ],
  ])('refuses %s', (code, prices) => {
    const rows = prices.map((price) => ({ ...PRICE, ...price }));
    subject.when({ ...OPEN, prices: rows }).thenThrows(PricingRefusedError, code);
  });

  it('wants a reason, a currency and ratios', () => {
    subject.when({ ...OPEN, reason: '' }).thenThrows(PricingRefusedError, 'reason-required');
    subject.when({ ...OPEN, currency: 'US' }).thenThrows(PricingRefusedError, 'currency-unknown');
    const discounts = [{ discountId: 'edp', rate: '1.5', skuIds: '*' }] as const;
    subject.when({ ...OPEN, discounts }).thenThrows(PricingRefusedError, 'ratio-invalid');
  });
});
