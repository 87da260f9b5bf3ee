import fc from 'fast-check';
import { createFilter, addToFilter, mayContain } from './id-filter.js';
import { idHash, type IdKey } from './id-hash.js';
import { buildRun, ENTRY_BYTES, fencesOf, ordinalsOf, SLICE_ENTRIES, slicesOf } from './id-run.js';

const KEY: IdKey = [0x12345678, 0x9abcdef0];
const hashOf = (id: string) => idHash(KEY, 3, id);

describe('hash of an opaque identity', () => {
  it('tells sources and ids apart', () => {
    const hashes = [idHash(KEY, 1, 'a'), idHash(KEY, 2, 'a'), idHash(KEY, 1, 'b')];
    expect(new Set(hashes.map(({ high, low }) => `${high}/${low}`)).size).toBe(3);
  });

  it('depends on the key', () => {
    expect(idHash(KEY, 1, 'a')).not.toEqual(idHash([1, 2], 1, 'a'));
  });

  it('spreads counting ids over both halves', () => {
    const ids = Array.from({ length: 20_000 }, (_, i) => hashOf(`event-${i}`));
    // 20,000 of 2^32 values collide in 0.05 pairs on average.
    expect(new Set(ids.map(({ high }) => high)).size).toBeGreaterThan(19_990);
    expect(new Set(ids.map(({ low }) => low)).size).toBeGreaterThan(19_990);
  });
});

describe('filter', () => {
  it('never denies what was added and seldom claims what was not', () => {
    const filter = createFilter(10_000);
    for (let i = 0; i < 10_000; i += 1) addToFilter(filter, hashOf(`in-${i}`));
    const ids = Array.from({ length: 10_000 }, (_, i) => i);
    expect(ids.every((i) => mayContain(filter, hashOf(`in-${i}`)))).toBe(true);
    const wrong = ids.filter((i) => mayContain(filter, hashOf(`out-${i}`))).length;
    expect(wrong).toBeLessThan(150);
  });
});

describe('run of identities', () => {
  it('finds each entry in the slice that the fences name', () => {
    const ids = Array.from({ length: 10_000 }, (_, i) => `id-${i}`);
    const run = buildRun(ids.map((id, ordinal) => ({ hash: hashOf(id), ordinal })));
    const fences = fencesOf(run.entries);
    expect(fences).toHaveLength(3 * 8);
    const wrong = ids.filter((id, ordinal) => {
      const { first, last } = slicesOf(fences, hashOf(id));
      const slice = run.entries.subarray(
        first * SLICE_ENTRIES * ENTRY_BYTES,
        (last + 1) * SLICE_ENTRIES * ENTRY_BYTES,
      );
      return !ordinalsOf(slice, hashOf(id)).includes(ordinal);
    });
    expect(wrong).toEqual([]);
  });

  it('keeps all ordinals of equal hashes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 40 }), (highs) => {
        const run = buildRun(highs.map((high, ordinal) => ({ hash: { high, low: 9 }, ordinal })));
        const expected = highs.flatMap((high, ordinal) => (high === 2 ? [ordinal] : []));
        expect(ordinalsOf(run.entries, { high: 2, low: 9 })).toEqual(expected);
      }),
    );
  });

  it('looks through every slice that equal hashes cross', () => {
    const hash = { high: 7, low: 7 };
    const entries = Array.from({ length: SLICE_ENTRIES * 2 }, (_, ordinal) => ({ hash, ordinal }));
    expect(slicesOf(fencesOf(buildRun(entries).entries), hash)).toEqual({ first: 0, last: 1 });
  });
});
