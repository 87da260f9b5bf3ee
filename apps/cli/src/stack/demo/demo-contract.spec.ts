import { CreatePriceBookBody, SignContractBody } from '@app/wire';

import { demoContract } from './demo-contract.js';
import { demoPriceBook } from './demo-price-book.js';

describe('demo contract', () => {
  const body = SignContractBody.parse(demoContract('2026-11-24'));

  it('runs five years from the first of January', () => {
    expect([body.start, body.end]).toEqual(['2026-01-01', '2031-01-01']);
  });

  it('promises 20 billion in each of them', () => {
    expect(body.commitments[0]?.terms).toMatchObject({
      anchorDate: '2026-01-01',
      periods: 5,
      minimum: '20000000000.00',
    });
  });
});

describe('demo price book', () => {
  it('is one that the API takes, with a price for each sku', () => {
    const { prices } = CreatePriceBookBody.parse(demoPriceBook());
    const skus = prices.map(({ skuId }) => skuId);
    expect(skus.length).toBeGreaterThan(0);
    expect(new Set(skus).size).toBe(skus.length);
  });
});
