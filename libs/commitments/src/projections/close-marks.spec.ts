import { type Contract } from '../domain/index.js';
import { contractOf, COMMITMENT_ID, EXAMPLE_TERMS } from '../testing/contracts.js';
import { CloseMarks } from './close-marks.js';

function closedAt(
  position: Record<string, string>,
  afterSettle: 'RESTATE' | 'NEXT_OPEN_PERIOD',
): Contract {
  const terms = { ...EXAMPLE_TERMS, lateData: { afterSettle } };
  return contractOf(terms, {}, [
    {
      ...{ type: 'ClosePeriod', commitmentId: COMMITMENT_ID, index: 1, position },
      ...{ at: '2028-01-11T00:00:00Z', watermark: '2028-01-10', reason: 'settled' },
    },
  ]);
}

describe('close marks', () => {
  const marks = CloseMarks.of([closedAt({ 0: '5', 1: '3' }, 'NEXT_OPEN_PERIOD')]);

  it('tell what came after a close from what came before, shard by shard', () => {
    expect(marks.firstOf({ shard: 0, seq: 5n })).toBeUndefined();
    expect(marks.firstOf({ shard: 0, seq: 9n })).toEqual({ shard: 0, seq: 6n });
    expect(marks.firstOf({ shard: 1, seq: 4n })).toEqual({ shard: 1, seq: 4n });
    expect(marks.firstOf({ shard: 2, seq: 1n })).toEqual({ shard: 2, seq: 1n });
  });

  it('are none where late usage restates the period that it belongs to', () => {
    expect(CloseMarks.of([closedAt({ 0: '5' }, 'RESTATE')]).isEmpty).toBe(true);
  });

  it('split sums that reach beyond a new close', () => {
    const reached = (seq: bigint): boolean =>
      marks.splits(
        CloseMarks.NONE,
        new Map([
          [0, seq],
          [1, 3n],
        ]),
      );
    expect([reached(5n), reached(6n)]).toEqual([false, true]);
    expect(marks.splits(marks, new Map([[0, 9n]]))).toBe(false);
  });
});
