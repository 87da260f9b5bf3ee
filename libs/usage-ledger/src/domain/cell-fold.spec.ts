import fc from 'fast-check';
import { CellFold } from './cell-fold.js';

const measure = fc.option(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), { nil: null });
const event = fc.record({
  seriesNo: fc.integer({ min: 0, max: 3 }),
  startDay: fc.integer({ min: 20_000, max: 20_002 }),
  length: fc.integer({ min: 1, max: 2 }),
  quantity: measure,
});

describe('fold of events to lines', () => {
  it('adds up per series and period', () => {
    const fold = new CellFold();
    fold.add(1, { startDay: 5, endDay: 6, measures: [1n, null] });
    fold.add(1, { startDay: 5, endDay: 6, measures: [2n, null] });
    fold.add(1, { startDay: 5, endDay: 7, measures: [4n, null] });
    fold.add(0, { startDay: 9, endDay: 10, measures: [8n, 0n] });
    expect(fold.sorted()).toEqual([
      { seriesNo: 0, startDay: 9, endDay: 10, events: 1, sums: [8n, 0n] },
      { seriesNo: 1, startDay: 5, endDay: 6, events: 2, sums: [3n, null] },
      { seriesNo: 1, startDay: 5, endDay: 7, events: 1, sums: [4n, null] },
    ]);
  });

  it('does not depend on the order', () => {
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 30 }).chain((events) =>
          fc.record({
            events: fc.constant(events),
            other: fc.shuffledSubarray(events, { minLength: events.length }),
          }),
        ),
        ({ events, other }) => {
          const folded = (list: typeof events) => {
            const fold = new CellFold();
            for (const { seriesNo, startDay, length, quantity } of list) {
              fold.add(seriesNo, { startDay, endDay: startDay + length, measures: [quantity] });
            }
            return fold.sorted();
          };
          expect(folded(other)).toEqual(folded(events));
        },
      ),
    );
  });
});
