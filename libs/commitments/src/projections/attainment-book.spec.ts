import { dayNumber } from '@app/calendar';
import { type StoredEvent } from '@app/event-store';
import { E18 } from '@app/money';
import { billedCell, billedSeries, EMPTY_LEDGER, segmentOf, signing } from '../testing/books.js';
import { AttainmentBook } from './attainment-book.js';

const at = { through: null, today: '2026-06-01' };
const day = dayNumber('2026-03-01');
const contract = {
  contractId: 'k',
  start: '2026-01-01',
  end: '2027-01-01',
  commitments: [
    { commitmentId: 'c', name: 'C', terms: { periods: 1, minimum: '100' } },
    {
      commitmentId: 'gpu',
      name: 'GPU',
      scope: {
        InclusionOperator: 'Or' as const,
        Inclusions: [
          { Dimension: 'x_Accelerator', Operator: 'In' as const, Values: ['trainium2'] },
        ],
      },
      terms: { periods: 1, minimum: '50' },
    },
  ],
};
const cpu = billedSeries('aa');
const gpu = billedSeries('bb', { source: 'g', accelerator: 'trainium2' });

function counted(book: AttainmentBook): Record<string, bigint> {
  return Object.fromEntries(
    book
      .commitments()
      .map((booked) => [
        booked.commitment.commitmentId,
        book.state(booked, at).attainment.term.countedE18,
      ]),
  );
}

function filled(): AttainmentBook {
  const book = new AttainmentBook(EMPTY_LEDGER);
  book.addEvents(signing(contract));
  book.addUsage(segmentOf(1n, [cpu, gpu], [billedCell('aa', day, 7n * E18)]));
  book.addUsage(segmentOf(2n, [], [billedCell('bb', day + 1, 5n * E18)]));
  return book;
}

const changes = (book: AttainmentBook): string[][] =>
  book.commitments().map((booked) => [...book.changesOf(booked)]);

function publication(stream: string, data: { readonly type: string }): StoredEvent {
  const recorded = { actor: 'spec', recordedAt: '2026-05-01T00:00:00.000001Z' };
  return { stream, data, type: data.type, position: 3n, version: 1n, ...recorded };
}

describe('attainment book', () => {
  it('counts the same whether usage or the contract came first', () => {
    expect(counted(filled())).toEqual({ c: 12n * E18, gpu: 5n * E18 });
    const other = new AttainmentBook(EMPTY_LEDGER);
    other.addUsage(segmentOf(1n, [cpu, gpu], [billedCell('aa', day, 7n * E18)]));
    other.addUsage(segmentOf(2n, [], [billedCell('bb', day + 1, 5n * E18)]));
    other.addEvents(signing(contract));
    expect(counted(other)).toEqual({ c: 12n * E18, gpu: 5n * E18 });
  });

  it('goes on from a snapshot as if it had seen every segment', () => {
    const book = new AttainmentBook({
      ...EMPTY_LEDGER,
      vector: new Map([[0, 1n]]),
      recordedAt: '2026-06-01T00:00:00.000001Z',
      series: [cpu, gpu],
      cells: [billedCell('aa', day, 7n * E18)],
    });
    book.addEvents(signing(contract));
    book.addUsage(segmentOf(2n, [], [billedCell('bb', day + 1, 5n * E18)]));
    expect(counted(book)).toEqual(counted(filled()));
  });

  it('says how far it reaches', () => {
    expect(filled().address).toEqual({
      shards: new Map([[0, 2n]]),
      offsets: new Map([[0, 20n]]),
      contractPosition: 1n,
      asOf: '2026-06-01T00:00:00.000001Z',
    });
  });

  it('refuses a segment out of order', () => {
    expect(() => {
      filled().addUsage(segmentOf(4n, [], []));
    }).toThrow('segment 4 is out of order');
  });

  it('knows from which day on entries may have changed, and why', () => {
    const book = filled();
    const from = (): (number | null)[] => ['c', 'gpu'].map((id) => book.dirtyFrom(id));
    expect(from()).toEqual([null, null]);
    book.clean();
    expect(from()).toEqual([Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]);
    book.addUsage(
      segmentOf(3n, [], [billedCell('aa', day + 9, E18), billedCell('bb', day + 4, E18)]),
    );
    // Asking again changes nothing: only clean() does.
    for (const found of [from(), from()]) expect(found).toEqual([day + 4, day + 4]);
    expect([book.dirtyUntil, changes(book)]).toEqual([day + 10, [['usage'], ['usage']]]);
    book.clean();
    book.addUsage(segmentOf(4n, [], [billedCell('aa', day + 2, E18)]));
    expect(from()).toEqual([day + 2, day + 2]);
    book.addEvents(signing({ ...contract, contractId: 'k2' }, 2n));
    expect(from()).toEqual([null, null]);
    const [k1, k2] = [['usage'], ['contract', 'usage']];
    expect(changes(book)).toEqual([k1, k1, k2, k2]);
  });

  it('tells prices and rates only to those whose fold uses them', () => {
    const euros = { contractId: 'e', currency: 'EUR', provider: 'Azure' };
    const terms = { periods: 1, minimum: '1' };
    const named = { ...terms, priceBooks: ['b'], fx: { table: 'mine' } };
    const book = new AttainmentBook(EMPTY_LEDGER);
    book.addEvents(signing(contract));
    book.addEvents(
      signing({
        ...{ ...contract, ...euros },
        commitments: [
          { commitmentId: 'all', name: 'All', terms },
          { commitmentId: 'named', name: 'Named', terms: named },
          { commitmentId: 'hours', name: 'H', category: 'USAGE', unit: 'hours', terms },
        ],
      }),
    );
    const after = (stream: string, data: { readonly type: string }): string[][] => {
      book.clean();
      book.addEvents([publication(stream, data)]);
      return changes(book);
    };
    const azure = { provider: 'azure', currency: 'EUR', priority: 1, prices: [], discounts: [] };
    const published = { ...azure, type: 'PriceBookPublished', priceBookId: 'a' };
    const price = ['price'];
    expect(after('price-book-a', published)).toEqual([[], [], price, [], []]);
    const other = { ...published, priceBookId: 'b', provider: 'Oracle' };
    expect(after('price-book-b', other)).toEqual([[], [], [], price, []]);
    const table = { type: 'FxTablePublished', fxTableId: 'mine', currency: 'EUR', rates: [] };
    expect(after('fx-table-mine', table)).toEqual([[], [], ['fx'], ['fx'], []]);
    const theirs = { ...table, fxTableId: 'theirs' };
    expect(after('fx-table-theirs', theirs)).toEqual([[], [], ['fx'], [], []]);
  });

  it('takes the watermark of the sources in scope only, the least of them', () => {
    const book = new AttainmentBook({
      ...EMPTY_LEDGER,
      series: [cpu, gpu],
      cells: [billedCell('aa', day, E18), billedCell('bb', day, E18)],
      sources: ['s', 'g'].map((source) => ({
        ...{ source, shard: 0, events: 1n, openGap: false },
        watermark: source === 's' ? '2026-04-01' : '2026-05-01',
        reached: '2026-05-01',
        lastRecordedAt: '2026-06-01T00:00:00.000001Z',
      })),
    });
    book.addEvents(signing(contract));
    const watermarks = book.commitments().map((booked) => book.state(booked, at).watermark);
    expect(watermarks).toEqual(['2026-04-01', '2026-05-01']);
  });
});
