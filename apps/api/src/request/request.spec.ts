import { InvalidInputError } from '../problem-details/invalid-input.error.js';
import { cursorAfter, sliceOf } from './cursor.js';
import { inspectText } from './inspect-text.js';
import { csvOf, ndjsonOf } from './table-text.js';
import { requestHash } from './request-hash.js';

describe('the hash of a request', () => {
  it('does not depend on the order of members', () => {
    const one = requestHash('POST', '/v1/x', { a: 1, b: { c: [1, 2], d: 2 } });
    expect(requestHash('POST', '/v1/x', { b: { d: 2, c: [1, 2] }, a: 1 })).toBe(one);
  });

  it('differs by method, address, members and order of lists', () => {
    const hashes = [
      requestHash('POST', '/v1/x', { a: [1, 2] }),
      requestHash('POST', '/v1/x', { a: [2, 1] }),
      requestHash('POST', '/v1/y', { a: [1, 2] }),
      requestHash('PUT', '/v1/x', { a: [1, 2] }),
      requestHash('POST', '/v1/x', undefined),
      requestHash('POST', '/v1/x', Buffer.from('{"a":[1,2]} ')),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

describe('a cursor', () => {
  const query = { kind: 'a', limit: 2 };
  const cursor = cursorAfter('things', query, 'row-2', '2027-01-01T00:00:00Z') ?? '';

  it('goes on after its row, at the moment of the first page', () => {
    expect(sliceOf('things', { ...query, cursor })).toEqual({
      limit: 2,
      after: 'row-2',
      asOf: '2027-01-01T00:00:00Z',
    });
  });

  it('may be read with another limit, not with another filter or moment, or for another list', () => {
    expect(sliceOf('things', { ...query, limit: 5, cursor }).after).toBe('row-2');
    for (const [list, other] of [
      ['things', { ...query, kind: 'b' }],
      ['things', { ...query, asOf: '2027-01-02T00:00:00Z' }],
      ['others', query],
    ] as const) {
      expect(() => sliceOf(list, { ...other, cursor })).toThrow(InvalidInputError);
    }
  });

  it('is none after the last page', () => {
    expect(cursorAfter('things', query, null)).toBeNull();
  });
});

describe('a table', () => {
  const rows = [
    { day: '2027-01-01', amount: '-1.50', group: { a: 'x' }, note: null },
    { day: '2027-01-02', amount: '2', group: {}, note: 'say "no",\nor =1+1' },
    { day: '2027-01-03', amount: '3', group: {}, note: '=1+1' },
  ];

  it('is CSV after RFC 4180, safe for spreadsheets', () => {
    expect(csvOf(rows)).toBe(
      'day,amount,group,note\r\n' +
        '2027-01-01,-1.50,"{""a"":""x""}",\r\n' +
        '2027-01-02,2,{},"say ""no"",\nor =1+1"\r\n' +
        "2027-01-03,3,{},'=1+1\r\n",
    );
    expect(csvOf([])).toBe('');
  });

  it('is NDJSON, a line for a row', () => {
    expect(ndjsonOf(rows.slice(0, 1))).toBe(`${JSON.stringify(rows[0])}\n`);
  });
});

describe('text in a request', () => {
  const nested = (levels: number): unknown =>
    Array.from({ length: levels }).reduce<unknown>((inner) => ({ a: inner }), 1);

  it('may be nested 32 levels deep', () => {
    expect(() => {
      inspectText(nested(32), 'body');
    }).not.toThrow();
    expect(() => {
      inspectText(nested(33), 'body');
    }).toThrow(InvalidInputError);
  });

  it.each([[['ok', 'a\u0000']], [{ 'k\u0000': 1 }], [{ a: { b: '\udc00x' } }]])(
    'must be storable: %j',
    (value) => {
      expect(() => {
        inspectText(value, 'body');
      }).toThrow(InvalidInputError);
    },
  );

  it('may hold pairs of surrogates', () => {
    expect(() => {
      inspectText({ a: '\u{1F600}' }, 'body');
    }).not.toThrow();
  });
});
