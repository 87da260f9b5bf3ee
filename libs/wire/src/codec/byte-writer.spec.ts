import fc from 'fast-check';
import { ByteReader } from './byte-reader.js';
import { ByteWriter } from './byte-writer.js';
import { CodecError } from './codec.errors.js';

function written(write: (writer: ByteWriter) => void): string {
  const writer = new ByteWriter(1);
  write(writer);
  return writer.finish().toString('hex');
}

describe('ByteWriter', () => {
  it.each([
    [0, '00'],
    [127, '7f'],
    [128, '8001'],
    [300, 'ac02'],
    [2 ** 53 - 1, 'ffffffffffffff0f'],
  ])('writes %d as %s', (value, hex) => {
    expect(
      written((writer) => {
        writer.unsigned(value);
      }),
    ).toBe(hex);
  });

  it.each<[bigint, string]>([
    [0n, '00'],
    [-1n, '03'],
    [5n, '0a'],
    [-5n, '0b'],
    [63n, '7e'],
    [64n, '8001'],
    [-1000n, 'd10f'],
    // Beyond 2^53: escape 01, sign, length, magnitude.
    [2n ** 53n, '01000720000000000000'],
    [-(2n ** 64n), '0101' + '09' + '010000000000000000'],
  ])('writes the signed %d as %s', (value, hex) => {
    expect(
      written((writer) => {
        writer.signedBig(value);
      }),
    ).toBe(hex);
  });

  it('writes a text as its length in bytes and UTF-8', () => {
    expect(
      written((writer) => {
        writer.text('aé');
      }),
    ).toBe('0361c3a9');
  });
});

describe('ByteReader', () => {
  it('reads back what was written', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.maxSafeNat(),
            fc.bigInt(-(10n ** 40n), 10n ** 40n),
            fc.string({ unit: 'grapheme' }),
          ),
        ),
        (rows) => {
          const writer = new ByteWriter(1);
          for (const [natural, big, text] of rows) {
            writer.unsigned(natural);
            writer.signedBig(big);
            writer.text(text);
          }
          const reader = new ByteReader(writer.finish());
          expect(
            rows.map(() => [reader.unsigned(), BigInt(reader.signedBig()), reader.text()]),
          ).toEqual(rows);
          expect(reader.done).toBe(true);
        },
      ),
    );
  });

  it.each([
    ['nothing', ''],
    ['an unfinished integer', '80'],
    ['an integer beyond 2^53', 'ffffffffffffffffff01'],
  ])('refuses %s', (_, hex) => {
    expect(() => new ByteReader(Buffer.from(hex, 'hex')).unsigned()).toThrow(CodecError);
  });

  it('refuses a text that is longer than the bytes, and a magnitude without end', () => {
    expect(() => new ByteReader(Buffer.from('05616263', 'hex')).text()).toThrow(CodecError);
    expect(() =>
      new ByteReader(Buffer.from('010041' + '00'.repeat(65), 'hex')).signedBig(),
    ).toThrow(CodecError);
  });
});
