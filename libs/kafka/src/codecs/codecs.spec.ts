import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import {
  GZIP,
  LZ4,
  LZ4_CHECKED,
  LZ4_LINKED,
  LZ4_STORED,
  PLAIN,
  XERIAL,
  ZSTD,
  ZSTD_SIZED,
} from '../testing/packed-text.js';
import { type Codec } from './codec.js';
import { gzipCodec } from './gzip.codec.js';
import { lz4Codec } from './lz4.codec.js';
import { snappyCodec } from './snappy.codec.js';
import { createZstdCodec, nativeZstd } from './zstd.codec.js';

const native = nativeZstd(zlib);
const plainZstd = createZstdCodec(undefined);

const unpack = async (codec: Codec, bytes: Buffer, limit: number) => codec.decompress(bytes, limit);
const pack = async (codec: Codec, bytes: Buffer) => codec.compress(bytes);

const packedByOthers: [string, Codec, Buffer][] = [
  ['gzip', gzipCodec, GZIP],
  ['snappy in xerial frames', snappyCodec, XERIAL],
  ['lz4', lz4Codec, LZ4],
  ['lz4 with checksums and size', lz4Codec, LZ4_CHECKED],
  ['lz4 of linked blocks', lz4Codec, LZ4_LINKED],
  ['zstd', plainZstd, ZSTD],
  ['zstd with its size', plainZstd, ZSTD_SIZED],
  ['zstd by what this Node.js has', createZstdCodec(native), ZSTD],
];

describe('codecs', () => {
  it.each(packedByOthers)('reads %s as others pack it', async (_, codec, packed) => {
    expect((await unpack(codec, packed, PLAIN.length)).equals(PLAIN)).toBe(true);
  });

  it.each(packedByOthers)('refuses %s one byte over the limit', async (_, codec, packed) => {
    await expect(unpack(codec, packed, PLAIN.length - 1)).rejects.toMatchObject({
      code: 'record-batch-too-large',
    });
  });

  it.each(packedByOthers)('refuses %s that was cut short', async (_, codec, packed) => {
    const cut = packed.subarray(0, packed.length - 12);
    await expect(unpack(codec, cut, PLAIN.length)).rejects.toThrow();
  });

  it('reads a raw snappy block, too', async () => {
    const block = XERIAL.subarray(20, 20 + XERIAL.readInt32BE(16));
    const content = await unpack(snappyCodec, block, PLAIN.length);
    expect(content.equals(PLAIN.subarray(0, 32 * 1024))).toBe(true);
  });

  it('reads an lz4 block that is not packed', async () => {
    expect(String(await unpack(lz4Codec, LZ4_STORED, 100))).toBe('incompressible!');
  });

  it('refuses a snappy block that claims four gigabytes before it makes room for them', async () => {
    const claim = Buffer.from([0xff, 0xff, 0xff, 0xff, 0x0f, 0x00]);
    await expect(unpack(snappyCodec, claim, PLAIN.length)).rejects.toMatchObject({
      code: 'record-batch-too-large',
    });
  });

  const packing = [gzipCodec, snappyCodec, lz4Codec, ...(native ? [createZstdCodec(native)] : [])];
  const contents: [string, Buffer][] = [
    ['nothing', Buffer.alloc(0)],
    ['one byte', Buffer.from('x')],
    ['what repeats', PLAIN],
    ['what does not', Buffer.from(Array.from({ length: 70_000 }, (_, i) => (i * i * 31) >> 7))],
  ];

  it.each(packing.flatMap((codec) => contents.map((content) => [codec.name, codec, ...content])))(
    'reads back by %s',
    async (_, codec, __, content) => {
      const packed = await pack(codec as Codec, content as Buffer);
      const size = (content as Buffer).length;
      // `maxOutputLength` must be at least 1.
      const again = await unpack(codec as Codec, packed, Math.max(1, size));
      expect(again.equals(content as Buffer)).toBe(true);
    },
  );

  it('says what packing with zstd takes where it cannot', async () => {
    await expect(pack(plainZstd, PLAIN)).rejects.toMatchObject({ code: 'codec-unavailable' });
  });

  it('finds zstd in `node:zlib` only where it is', () => {
    const functions = { zstdCompress: promisify, zstdDecompress: promisify };
    expect(nativeZstd(functions)).toBe(functions);
    expect(nativeZstd({})).toBeUndefined();
  });
});
