import { dayNumber } from '@app/calendar';
import { E18, formatE18 } from '@app/money';
import { canonicalUnit } from './canonical-unit.js';
import { type Price, type PriceBook } from './price-book.state.js';
import { PriceList } from './price-list.js';
import { costE18 } from './unit-price.js';

const book = (priceBookId: string, prices: Price[], rest: Partial<PriceBook> = {}): PriceBook => ({
  priceBookId,
  provider: 'AWS',
  currency: 'USD',
  priority: 100,
  prices,
  discounts: [],
  ...rest,
});
const price = (unitPrice: string, rest: Partial<Price> = {}): Price => ({
  skuId: 'sku',
  unit: 'Hours',
  per: '1',
  unitPrice,
  ...rest,
});
const onDay = (day: string, ...books: PriceBook[]): [string, string] | null => {
  const found = new PriceList(books).sku('sku', 'hrs').at(dayNumber(day));
  return found && [found.priceBookId, formatE18(costE18(E18, found.net))];
};

describe('a list of price books', () => {
  it('asks the books in order, each for its own days', () => {
    const first = book('first', [
      price('1', { effectiveFrom: '2027-02-01', effectiveTo: '2027-03-01' }),
    ]);
    const second = book('second', [price('2')]);
    const days = ['2027-01-31', '2027-02-01', '2027-02-28', '2027-03-01'];
    expect(days.map((day) => onDay(day, first, second))).toEqual([
      ['second', '2'],
      ['first', '1'],
      ['first', '1'],
      ['second', '2'],
    ]);
  });

  it('multiplies the discounts in force, the newest of each id', () => {
    const discounts = [
      { discountId: 'edp', rate: '0.1', skuIds: '*' },
      { discountId: 'edp', rate: '0.2', skuIds: '*', effectiveFrom: '2027-02-01' },
      { discountId: 'special', rate: '0.5', skuIds: ['sku'], effectiveFrom: '2027-03-01' },
      { discountId: 'other', rate: '0.9', skuIds: ['else'] },
    ] as const;
    const only = book('b', [price('10')], { discounts });
    const days = ['2027-01-01', '2027-02-01', '2027-03-01'];
    expect(days.map((day) => onDay(day, only)?.[1])).toEqual(['9', '8', '4']);
    const found = new PriceList([only]).sku('sku', 'Hours').at(dayNumber('2027-03-01'));
    expect(found && formatE18(costE18(E18, found.list))).toBe('10');
  });

  it('knows no price of another unit', () => {
    expect(new PriceList([book('b', [price('1')])]).sku('sku', 'tokens').at(0)).toBeNull();
  });
});

describe('canonical units', () => {
  it.each([
    ['tokens', 'tokens', 1n],
    ['Token', 'tokens', 1n],
    ['1M tokens', 'tokens', 1_000_000n],
    ['1K Tokens', 'tokens', 1_000n],
    ['1000 tokens', 'tokens', 1_000n],
    ['1000000 Tokens', 'tokens', 1_000_000n],
    ['M tokens', 'tokens', 1_000_000n],
    ['Hrs', 'hours', 1n],
    ['LCU-Hours', 'lcu-hours', 1n],
  ])('%s is %s x %s', (spelling, unit, factor) => {
    expect(canonicalUnit(spelling)).toEqual({ unit, factor });
  });
});
