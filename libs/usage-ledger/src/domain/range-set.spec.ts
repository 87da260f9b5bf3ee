import fc from 'fast-check';
import { RangeSet } from './range-set.js';

const numbers = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 80 });

function setOf(values: readonly number[]): RangeSet {
  const set = new RangeSet();
  for (const value of values) set.add(value);
  return set;
}

describe('range set', () => {
  it('joins neighbours on both sides', () => {
    expect(setOf([1, 3, 2, 7]).toString()).toBe('{[1,4),[7,8)}');
  });

  it('says whether a number is new', () => {
    const set = setOf([4, 5]);
    expect([set.add(5), set.add(6), set.add(6)]).toEqual([false, true, false]);
  });

  it('holds what a set of numbers holds, whatever the order', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const set = setOf(values);
        const model = new Set(values);
        const same = Array.from({ length: 62 }, (_, n) => set.has(n) === model.has(n));
        return same.every(Boolean) && set.count === model.size;
      }),
    );
  });

  it('never keeps touching ranges apart', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const sorted = [...new Set(values)].sort((a, b) => a - b);
        const ranges = sorted.filter((n) => !sorted.includes(n - 1)).length;
        return setOf(values).size === ranges;
      }),
    );
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const text = setOf(values).toString();
        return RangeSet.parse(text).toString() === text;
      }),
    );
  });
});
