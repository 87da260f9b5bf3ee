import { E18, parseE18 } from '@app/money';
import { billedCell, billedSeries, EMPTY_LEDGER, segmentOf, signing } from '../testing/books.js';
import { type FigureChange } from '../domain/index.js';
import { AttainmentBook, type CommitmentState } from './attainment-book.js';
import { closingOf } from './closing.js';
import { decidePeriod, stateOf } from './decided-period.js';
import { changedPeriods, deltaOf } from './statement-changes.js';

const NOW = '2026-02-01T00:00:00Z';
const BY = { issuedAt: NOW, issuedBy: 'spec', reason: 'spec' };
const DAY = 20_100; // 2025-01-12
const NONE = { newest: new Map(), bookAt: () => Promise.reject(new Error('nothing to compare')) };

function bookOf(): AttainmentBook {
  const terms = { periods: 1, minimum: '100' };
  const book = new AttainmentBook(EMPTY_LEDGER);
  const commitments = [{ commitmentId: 'c', name: 'C', terms }];
  book.addEvents(signing({ contractId: 'k', start: '2025-01-01', end: '2026-01-01', commitments }));
  book.addUsage(segmentOf(1n, [billedSeries('aa')], [billedCell('aa', DAY, 60n * E18)]));
  return book;
}

async function settled(): Promise<{
  book: AttainmentBook;
  newest: Map<number, Awaited<ReturnType<typeof decidePeriod>>['statements'][number]>;
  state: () => CommitmentState;
}> {
  const book = bookOf();
  const { statements } = await decidePeriod(book, NONE, 'c', BY, (view) =>
    closingOf(view, 1, 'spec'),
  );
  const newest = new Map(statements.map((one) => [one.periodIndex, one]));
  return { book, newest, state: () => stateOf(book, 'c', NOW) };
}

describe('a closed period', () => {
  it('has the statement that its close made, at the position of the close', async () => {
    const { newest } = await settled();
    expect(newest.get(1)).toMatchObject({
      ...{ version: 1, state: 'SHORTFALL_ASSESSED', position: '-1:2,0:1', delta: [] },
      ...{ figures: { counted: '60.00', shortfall: '40.00' }, issuedAt: NOW },
      versions: { contract: 2, terms: 1, ruleSet: 1, priceBooks: [], fxTables: [] },
    });
  });

  it('is stated again when a figure changes in minor units, not before', async () => {
    const { book, newest, state } = await settled();
    const changed = (): number[] =>
      changedPeriods(state(), newest).map(({ periodIndex }) => periodIndex);
    expect(changed()).toEqual([]);
    book.addUsage(segmentOf(2n, [], [billedCell('aa', DAY, parseE18('0.004'))]));
    expect(changed()).toEqual([]);
    book.addUsage(segmentOf(3n, [], [billedCell('aa', DAY, parseE18('0.002'))]));
    expect(changed()).toEqual([1]);
  });

  it('tells each cause in minor units that add up to the change', async () => {
    const { state } = await settled();
    const change: FigureChange = {
      ...{ periodIndex: 1, figure: 'counted' },
      ...{ beforeE18: parseE18('60.004'), afterE18: parseE18('60.018') },
      parts: [
        { cause: 'LATE_USAGE', amountE18: parseE18('0.004') },
        { cause: 'PRICE', amountE18: parseE18('0.0005') },
        { cause: 'FX', amountE18: parseE18('0.0095') },
      ],
    };
    // 60.00, 60.01 (60.008), 60.01 (60.0085), 60.02 (60.018): from 60.00 to 60.02.
    expect(deltaOf([change, { ...change, periodIndex: 2 }], 1, state())).toEqual([
      { cause: 'LATE_USAGE', figure: 'counted', amount: '0.01' },
      { cause: 'FX', figure: 'counted', amount: '0.01' },
    ]);
  });
});
