import { AttainmentBook, type CommitmentState } from '@app/commitments';
import { contractDecider } from '@app/commitments/domain';
import { type SegmentDelta } from '@app/usage-ledger';
import { CommitmentRows } from './commitment-rows.js';
import { SeriesNumbers } from './series-numbers.js';

const at = { through: null, today: '2026-03-01' };
// 2026-01-01 and the days after it.
const DAY = 20_454;

function segment(seq: bigint, amounts: Readonly<Record<number, bigint>>): SegmentDelta {
  return {
    ...{ shard: 0, seq, nextOffset: seq, recordedAt: '2026-03-01T00:00:00Z', sources: [] },
    series: [
      {
        digest: 'aa',
        attrs: {
          source: 's',
          chargeCategory: 'Usage',
          billingCurrency: 'USD',
          invoiced: false,
          mask: 2,
        },
      },
    ],
    cells: Object.entries(amounts).map(([offset, amount]) => ({
      ...{ digest: 'aa', startDay: DAY + Number(offset), endDay: DAY + Number(offset) + 1 },
      ...{ events: 1n, billedE18: amount * 10n ** 18n },
      ...{ quantityE18: null, listE18: null, contractedE18: null, effectiveE18: null },
    })),
  };
}

function bookOf(): AttainmentBook {
  const book = new AttainmentBook({
    ...{ vector: new Map(), offsets: new Map(), recordedAt: null },
    ...{ series: [], cells: [], sources: [] },
  });
  const events = contractDecider.decide(contractDecider.initial(), {
    ...{ type: 'SignContract', contractId: 'k', name: 'k', provider: 'AWS', currency: 'USD' },
    ...{ start: '2026-01-01', end: '2027-01-01', reason: 'spec' },
    commitments: [{ commitmentId: 'c', name: 'C', terms: { periods: 1, minimum: '100' } }],
  });
  book.addEvents(
    events.map((data, i) => ({
      ...{ data, type: data.type, stream: 'contract-k', actor: 'spec' },
      ...{ position: BigInt(i + 1), version: BigInt(i + 1), recordedAt: '2026-01-01T00:00:00Z' },
    })),
  );
  return book;
}

function stateOf(book: AttainmentBook): CommitmentState {
  const [booked] = book.commitments();
  if (booked === undefined) throw new Error('nothing signed');
  return book.state(booked, at);
}

async function flush(
  rows: CommitmentRows,
  book: AttainmentBook,
): Promise<{ headline: boolean; days: string[]; kept: number | null }> {
  const change = await rows.changes(book, stateOf(book), [], book.dirtyFrom('c'));
  rows.stored(change);
  book.clean();
  return {
    headline: change.body !== null,
    days: change.days.map(({ day, counted }) => `${day} ${counted}`),
    kept: change.kept?.length ?? null,
  };
}

describe('rows of a commitment', () => {
  it('are written whole at first, then only where something changed', async () => {
    const [book, rows] = [bookOf(), new CommitmentRows(new SeriesNumbers(new Map()))];
    book.addUsage(segment(1n, { 0: 5n, 1: 6n, 9: 7n }));
    expect(await flush(rows, book)).toEqual({
      headline: true,
      days: ['2026-01-01 5', '2026-01-02 6', '2026-01-10 7'],
      kept: 3,
    });
    expect(await flush(rows, book)).toEqual({ headline: false, days: [], kept: null });
    book.addUsage(segment(2n, { 1: 1n }));
    expect(await flush(rows, book)).toEqual({ headline: true, days: ['2026-01-02 7'], kept: null });
  });

  it('go when nothing stands on a day any more', async () => {
    const [book, rows] = [bookOf(), new CommitmentRows(new SeriesNumbers(new Map()))];
    book.addUsage(segment(1n, { 0: 5n, 1: 6n }));
    await flush(rows, book);
    book.addUsage(segment(2n, { 1: -6n }));
    expect(await flush(rows, book)).toEqual({ headline: true, days: [], kept: 1 });
  });

  it('are made again when the write did not happen', async () => {
    const [book, rows] = [bookOf(), new CommitmentRows(new SeriesNumbers(new Map()))];
    book.addUsage(segment(1n, { 0: 5n }));
    await rows.changes(book, stateOf(book), [], book.dirtyFrom('c'));
    expect((await flush(rows, book)).days).toEqual(['2026-01-01 5']);
  });
});

describe('numbers of series', () => {
  it('go on after those that are stored and never change', () => {
    const numbers = new SeriesNumbers(new Map([['aa', 4]]));
    const attrs = { source: 's', chargeCategory: 'Usage', invoiced: false, mask: 0 };
    expect(['aa', 'bb', 'cc', 'bb'].map((digest) => numbers.of({ digest, attrs }))).toEqual([
      4, 5, 6, 5,
    ]);
    expect(numbers.unstored.map(({ seriesNo }) => seriesNo)).toEqual([5, 6]);
    numbers.stored();
    expect(numbers.unstored).toEqual([]);
  });
});
