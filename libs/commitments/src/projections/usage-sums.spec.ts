import { type Cell, type LedgerSeries } from '@app/usage-ledger/domain';
import fc from 'fast-check';
import { UsageSums } from './usage-sums.js';

const series: LedgerSeries[] = ['aa', 'bb'].map((digest) => ({
  digest,
  attrs: { source: digest, chargeCategory: 'Usage', invoiced: false, mask: 3 },
}));
const measure = fc.option(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), { nil: null });
const cell: fc.Arbitrary<Cell> = fc.record({
  digest: fc.constantFrom('aa', 'bb'),
  startDay: fc.integer({ min: 20_000, max: 20_003 }),
  endDay: fc.constant(20_004),
  events: fc.bigInt({ min: 1n, max: 9n }),
  quantityE18: measure,
  billedE18: measure,
  listE18: fc.constant(null),
  contractedE18: fc.constant(null),
  effectiveE18: fc.constant(null),
});

/** By hand: sums of the reported amounts per key, null where nothing was reported. */
function naive(cells: readonly Cell[]): Record<string, (bigint | null)[]> {
  const sums: Record<string, (bigint | null)[]> = {};
  for (const one of cells) {
    const sum = (sums[`${one.digest}/${one.startDay}`] ??= [null, null]);
    [one.quantityE18, one.billedE18].forEach((amount, i) => {
      if (amount !== null) sum[i] = (sum[i] ?? 0n) + amount;
    });
  }
  return sums;
}

describe('usage sums', () => {
  it('do not depend on order, and tell an amount of zero from none', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 30 }), (cells) => {
        const sums = new UsageSums();
        sums.addSeries(series);
        sums.add(cells);
        const found = Object.fromEntries(
          [...sums.all()].map(({ cell: sum }) => [
            `${sum.digest}/${sum.startDay}`,
            [sum.quantityE18, sum.billedE18],
          ]),
        );
        expect(found).toEqual(naive([...cells].reverse()));
      }),
    );
  });

  it('refuse a cell of a series that nobody named', () => {
    const sums = new UsageSums();
    const lost = { digest: 'cc', startDay: 1, endDay: 2, events: 1n } as Cell;
    expect(() => sums.add([lost])).toThrow('unknown series cc');
  });
});
