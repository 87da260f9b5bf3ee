import { type CommitmentState } from '@app/commitments';
import { contractDecider, createFold } from '@app/commitments/domain';
import { duePeriods } from './due-periods.js';

const signed = contractDecider
  .decide(contractDecider.initial(), {
    ...{ type: 'SignContract', contractId: 'k', name: 'k', provider: 'AWS', currency: 'USD' },
    ...{ start: '2024-01-01', end: '2027-01-01', reason: 'spec' },
    commitments: [
      {
        ...{ commitmentId: 'c', name: 'C' },
        terms: { periods: 3, minimum: '100', lateData: { settleAfterDays: 20 } },
      },
    ],
  })
  .reduce(contractDecider.evolve, contractDecider.initial());

function due(today: string, watermark: string | null, closed: readonly number[] = []): unknown[] {
  const contract = closed.reduce(
    (state, index) =>
      contractDecider
        .decide(state, {
          ...{ type: 'ClosePeriod', commitmentId: 'c', index, position: {}, watermark: null },
          ...{ at: '2026-06-01T00:00:00Z', reason: 'spec' },
        })
        .reduce(contractDecider.evolve, state),
    signed,
  );
  const [commitment] = contract.commitments;
  if (commitment === undefined) throw new Error('nothing signed');
  const fold = createFold({ contracts: [contract], priceBooks: [], fxTables: [] });
  const attainment = fold.attainment('c', { through: null, watermark, today });
  const state: CommitmentState = {
    ...{ contract, commitment, attainment, watermark },
    ...{ version: 1n, sources: [] },
  };
  return duePeriods([state], today);
}

const first = { commitmentId: 'c', index: 1 };

describe('a period to be closed', () => {
  it('has ended as long ago as the terms say', () => {
    expect(due('2025-01-20', '2025-01-01')).toEqual([]);
    expect(due('2025-01-21', '2025-01-01')).toEqual([{ ...first, isComplete: true }]);
  });

  it('waits for its usage', () => {
    expect(due('2025-01-21', '2024-12-31')).toEqual([{ ...first, isComplete: false }]);
    expect(due('2025-01-21', null)).toEqual([{ ...first, isComplete: false }]);
  });

  it('is the earliest that is not closed', () => {
    expect(due('2026-06-01', '2026-01-01')).toEqual([{ ...first, isComplete: true }]);
    expect(due('2026-06-01', '2026-01-01', [1])).toEqual([
      { ...first, index: 2, isComplete: true },
    ]);
    expect(due('2026-06-01', '2026-01-01', [1, 2])).toEqual([]);
  });
});
