import { addDays } from '@app/calendar';
import { type PriceBook } from '@app/pricing/domain';
import fc from 'fast-check';
import { type Line } from './lines.js';

/** A flat price with a discount, a tiered one that changes inside a month, and one that ends. */
export const BOOK: PriceBook = {
  priceBookId: 'book',
  provider: 'AWS',
  currency: 'USD',
  priority: 100,
  prices: [
    { skuId: 'flat', unit: '1M tokens', per: '1', unitPrice: '3.333333333333' },
    {
      skuId: 'tiered',
      unit: 'tokens',
      per: '1000',
      unitPrice: '3',
      tiers: [
        { upTo: '1000', unitPrice: '3' },
        { upTo: '5000.5', unitPrice: '2' },
        { upTo: null, unitPrice: '0.7' },
      ],
    },
    {
      skuId: 'tiered',
      unit: 'tokens',
      per: '1000',
      unitPrice: '4',
      effectiveFrom: '2027-01-20',
      tiers: [
        { upTo: '2000', unitPrice: '4' },
        { upTo: null, unitPrice: '1' },
      ],
    },
    { skuId: 'ends', unit: 'tokens', per: '1', unitPrice: '0.001', effectiveTo: '2027-01-15' },
  ],
  discounts: [{ discountId: 'edp', rate: '0.1234', skuIds: ['flat'] }],
};

/** Metered lines of those SKUs in the first months of 2027, two accounts, some of them billed too. */
export const meteredOf: fc.Arbitrary<Line> = fc
  .record({
    at: fc.integer({ min: 0, max: 60 }),
    length: fc.constantFrom(1, 1, 2),
    skuId: fc.constantFrom('flat', 'tiered', 'tiered', 'ends'),
    unit: fc.constantFrom('tokens', 'tokens', '1K tokens'),
    quantity: fc.integer({ min: -500, max: 4_000 }),
    account: fc.constantFrom('a', 'b'),
    accelerator: fc.constantFrom('nvidia-h100', 'trainium2'),
    billed: fc.boolean(),
  })
  .map(({ at, length, skuId, unit, quantity, account, accelerator, billed }) => {
    const day = addDays('2027-01-01', at);
    const shared = { day, endDay: addDays(day, length), billingAccountId: account, accelerator };
    const amount = `${quantity === 0 ? 1 : quantity}.125`;
    return billed && at < 20
      ? { ...shared, billed: amount }
      : { ...shared, skuId, consumedUnit: unit, quantity: amount };
  });
