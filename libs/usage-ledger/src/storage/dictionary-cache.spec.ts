import { setImmediate as turn } from 'node:timers/promises';
import type { Database } from '@app/platform';
import { DictionaryCache } from './dictionary-cache.js';

interface StoredRow {
  readonly no: number;
  readonly sinceSeq: bigint;
}

/** A database with as many sources and series as `count` says, which answers a turn later. */
function database(count: () => number): Database {
  const rows = async (text: string, [, from]: readonly unknown[]): Promise<StoredRow[]> => {
    const numbers = Array.from({ length: count() }, (_, no) => no).filter(
      (no) => no >= Number(from),
    );
    await turn();
    return numbers.map((no) =>
      text.includes('source_no')
        ? { no, uri: `exporter/${no}`, sinceSeq: 1n }
        : { no, digest: `digest-${no}`, attrs: {}, sinceSeq: 1n },
    );
  };
  return { pool: {}, query: rows } as unknown as Database;
}

describe('dictionary of a shard', () => {
  it('keeps its numbers when it is refreshed by several at once', async () => {
    let count = 2;
    const dictionary = new DictionaryCache(
      0,
      database(() => count),
    );
    await Promise.all([dictionary.refresh(), dictionary.refresh()]);
    count = 4;
    await Promise.all([dictionary.refresh(), dictionary.refresh()]);
    expect([0, 1, 2, 3].map((no) => dictionary.ledgerSeries(no).digest)).toEqual([
      'digest-0',
      'digest-1',
      'digest-2',
      'digest-3',
    ]);
    expect(dictionary.source(3)).toBe('exporter/3');
    expect(dictionary.seriesOf(1n)).toHaveLength(4);
    expect(() => dictionary.series(4)).toThrow('shard 0 has no series 4');
  });
});
