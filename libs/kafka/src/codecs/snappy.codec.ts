import snappy from 'snappyjs';
import type { Codec } from './codec.js';
import { RecordBatchTooLargeError } from './codec.errors.js';

/** Java's producer wraps blocks in xerial's framing: magic, two version numbers, sized blocks. */
const XERIAL_MAGIC = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0x00]);
const XERIAL_HEADER_BYTES = 16;

/** Packs one raw block, which every reader takes; unpacks raw blocks and xerial's framing. */
export const snappyCodec: Codec = {
  name: 'snappy',
  compress: (bytes) => snappy.compress(bytes),
  decompress(bytes, limit) {
    const framed = bytes.subarray(0, XERIAL_MAGIC.length).equals(XERIAL_MAGIC);
    const blocks = framed ? xerialBlocks(bytes) : [bytes];
    const size = blocks.reduce((sum, block) => sum + unpackedBytes(block), 0);
    if (size > limit) throw new RecordBatchTooLargeError('snappy', limit);
    return Buffer.concat(blocks.map((block) => snappy.uncompress(block)));
  },
};

function xerialBlocks(bytes: Buffer): Buffer[] {
  const blocks: Buffer[] = [];
  for (let at = XERIAL_HEADER_BYTES; at < bytes.length;) {
    const start = at + 4;
    at = start + bytes.readInt32BE(at);
    if (at <= start || at > bytes.length) throw new Error(`no block of that size at ${start}`);
    blocks.push(bytes.subarray(start, at));
  }
  return blocks;
}

/** A block says its unpacked size in front: little-endian groups of seven bits, 32 bits at most. */
function unpackedBytes(block: Buffer): number {
  let size = 0;
  for (let i = 0; i < 5; i += 1) {
    const byte = block.readUInt8(i);
    size += (byte & 0x7f) * 2 ** (7 * i);
    if (byte < 0x80) return size;
  }
  throw new Error('a block without a size');
}
