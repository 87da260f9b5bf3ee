import fc from 'fast-check';
import {
  formatPosition,
  hasReached,
  parsePosition,
  PositionInvalidError,
} from './position-token.js';

const vector = (keys: fc.Arbitrary<number>) =>
  fc
    .uniqueArray(fc.tuple(keys, fc.bigInt(0n, 2n ** 63n - 1n)), {
      selector: ([shard]) => shard,
      maxLength: 8,
    })
    .map((entries) => new Map(entries));

describe('position token', () => {
  it('names shards, contract events as -1, and offsets with @', () => {
    const shards = new Map([
      [1, 99_812n],
      [0, 1_204_113n],
      [-1, 57n],
    ]);
    expect(formatPosition({ shards })).toBe('-1:57,0:1204113,1:99812');
    expect(formatPosition({ offsets: new Map([[0, 881_234n]]) })).toBe('@0:881234');
    expect(parsePosition('@0:881234,1:2')).toEqual({
      shards: new Map([[1, 2n]]),
      offsets: new Map([[0, 881_234n]]),
    });
  });

  it('is read as it was written', () => {
    fc.assert(
      fc.property(
        vector(fc.integer({ min: -1, max: 999_999_999 })),
        vector(fc.nat(999_999_999)),
        (shards, offsets) => {
          fc.pre(shards.size + offsets.size > 0);
          expect(parsePosition(formatPosition({ shards, offsets }))).toEqual({ shards, offsets });
        },
      ),
    );
  });

  it.each([
    '',
    ',',
    '0',
    '0:',
    ':1',
    '0:-1',
    '00:1',
    '0:01',
    '-2:1',
    '@-1:1',
    '0:1,0:2',
    '0:1,',
    ' 0:1',
    '0:9223372036854775808',
    '1e3:1',
  ])('refuses %j', (text) => {
    expect(() => parsePosition(text)).toThrow(PositionInvalidError);
  });

  it('is reached when every one of its shards is', () => {
    const at = (text: string): ReadonlyMap<number, bigint> => parsePosition(text).shards;
    expect(hasReached(at('0:5,1:2'), at('0:5'))).toBe(true);
    expect(hasReached(at('0:5'), at('0:5,1:1'))).toBe(false);
    expect(hasReached(at('0:4,1:9'), at('0:5'))).toBe(false);
    expect(hasReached(at('0:5'), at('1:0'))).toBe(true);
  });
});
