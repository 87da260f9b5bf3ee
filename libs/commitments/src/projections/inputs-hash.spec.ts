import { createHash } from 'node:crypto';
import { dayNumber } from '@app/calendar';
import { E18 } from '@app/money';
import { billedCell, billedSeries, EMPTY_LEDGER, segmentOf, signing } from '../testing/books.js';
import { AttainmentBook } from './attainment-book.js';

const day = dayNumber('2026-03-01');
const [one, other] = [billedSeries('aa'), billedSeries('bb')];
const contract = {
  ...{ contractId: 'k', start: '2026-01-01', end: '2027-01-01' },
  commitments: [{ commitmentId: 'c', name: 'C', terms: { periods: 1, minimum: '100' } }],
};

/** One line a segment, in an order of its own. */
function bookOf(lines: readonly [string, bigint][]): AttainmentBook {
  const book = new AttainmentBook(EMPTY_LEDGER);
  lines.forEach(([digest, amount], place) => {
    book.addUsage(segmentOf(BigInt(place + 1), [one, other], [billedCell(digest, day, amount)]));
  });
  return book;
}

describe('the hash of all inputs', () => {
  it('is that of their canonical JSON', () => {
    const text = '{"cells":[],"contracts":[],"fxTables":[],"priceBooks":[]}';
    const hash = createHash('sha256').update(text).digest('hex');
    expect(bookOf([]).inputsHash()).toBe(hash);
  });

  it('does not depend on order or batching', () => {
    const hash = bookOf([
      ['aa', 3n * E18],
      ['bb', 5n * E18],
      ['aa', 4n * E18],
    ]).inputsHash();
    const same = new AttainmentBook(EMPTY_LEDGER);
    const cells = [billedCell('bb', day, 5n * E18), billedCell('aa', day, 4n * E18)];
    same.addUsage(segmentOf(1n, [one, other], cells));
    same.addUsage(segmentOf(2n, [], [billedCell('aa', day, 3n * E18)]));
    const lines = bookOf([['aa', 7n * E18]]);
    expect(lines.inputsHash()).not.toBe(hash);
    // Lines are counted, too: three of them made the sums.
    expect(same.inputsHash()).toBe(hash);
  });

  it('changes with usage and with what was decided', () => {
    const hashes = [bookOf([]), bookOf([['aa', E18]]), bookOf([['aa', 2n * E18]])].map((book) =>
      book.inputsHash(),
    );
    const signed = bookOf([]);
    signed.addEvents(signing(contract));
    expect(new Set([...hashes, signed.inputsHash()]).size).toBe(4);
  });
});
