import { dictionaryBytes, quarantineBytes } from './row-digest.js';

describe('bytes that a segment commits to', () => {
  it('are its sources and series with their numbers', () => {
    const bytes = dictionaryBytes([
      { kind: 'source', no: 7, uri: 'é' },
      { kind: 'series', no: 8, digest: Buffer.alloc(16, 0xcd), attrs: '{}' },
    ]);
    expect(bytes.toString('hex')).toBe(
      `000000000700000002c3a9` + `0100000008${'cd'.repeat(16)}000000027b7d`,
    );
  });

  it('are its quarantined events, numbered from line 1', () => {
    const row = { offset: 258n, ord: 3, code: 'a', detail: 'b', raw: Buffer.from([0xff]) };
    expect(quarantineBytes([row]).toString('hex')).toBe(
      `00000001000000000000010200000003` + `0000000161000000016200000001ff`,
    );
  });

  it('cannot be moved from one field to the next', () => {
    const row = { offset: 0n, ord: 0, raw: Buffer.alloc(0) };
    expect(quarantineBytes([{ ...row, code: 'ab', detail: 'c' }])).not.toEqual(
      quarantineBytes([{ ...row, code: 'a', detail: 'bc' }]),
    );
  });
});
