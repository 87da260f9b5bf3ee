import fc from 'fast-check';

import { shuffled } from './emit-shuffle.js';

describe('shuffled', () => {
  it('keeps every item, in an order that only the seed decides', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.nat(), (items, seed) => {
        const order = shuffled(items, seed);
        expect(order).toEqual(shuffled(items, seed));
        expect(order.toSorted((a, b) => a - b)).toEqual(items.toSorted((a, b) => a - b));
      }),
    );
  });

  it('moves most items, and differs by seed', () => {
    const items = Array.from({ length: 1000 }, (_, i) => i);
    const [first, second] = [shuffled(items, 1), shuffled(items, 2)];
    expect(first.filter((item, i) => item === i).length).toBeLessThan(20);
    expect(second).not.toEqual(first);
    expect(items[0]).toBe(0);
  });
});
