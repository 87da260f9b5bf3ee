import lz4 from 'lz4js';
import type { Codec } from './codec.js';
import { readFrame } from './lz4-frame.js';
import { RecordBatchTooLargeError } from './codec.errors.js';

/** Magic, version 1 with independent blocks (Kafka refuses others), 64 KiB blocks, their checksum. */
const HEADER = Buffer.from([0x04, 0x22, 0x4d, 0x18, 0x60, 0x40, 0x82]);
const BLOCK_BYTES = 64 * 1024;
const STORED = 0x80000000;
const HASH_TABLE_ENTRIES = 1 << 16;

/** Frames as Kafka uses them; the library's own frames are unlimited and not independent. */
export const lz4Codec: Codec = { name: 'lz4', compress, decompress };

function compress(bytes: Buffer): Buffer {
  const parts: Buffer[] = [HEADER];
  for (let at = 0; at < bytes.length; at += BLOCK_BYTES) {
    const block = bytes.subarray(at, at + BLOCK_BYTES);
    const packed = Buffer.alloc(lz4.compressBound(block.length));
    const table = new Uint32Array(HASH_TABLE_ENTRIES);
    const size = lz4.compressBlock(block, packed, 0, block.length, table);
    if (size > 0 && size < block.length) parts.push(uint32(size), packed.subarray(0, size));
    else parts.push(uint32(block.length + STORED), block);
  }
  return Buffer.concat([...parts, uint32(0)]);
}

function decompress(bytes: Buffer, limit: number): Buffer {
  const { blocks, blockBytesAtMost } = readFrame(bytes);
  let output = Buffer.alloc(Math.min(blocks.length * blockBytesAtMost, 4 * blockBytesAtMost));
  let size = 0;
  for (const { stored, start, end } of blocks) {
    // One spare block of room: a block that claims more than it may writes past the end, where
    // nothing is, and the size it answers shows it.
    if (output.length < size + blockBytesAtMost) {
      output = Buffer.concat([output], 2 * output.length);
    }
    const before = size;
    if (stored) size += bytes.copy(output, size, start, end);
    else size = lz4.decompressBlock(bytes, output, start, end - start, size);
    if (!(size - before <= blockBytesAtMost)) throw new Error(`a block too large at ${start}`);
    if (size > limit) throw new RecordBatchTooLargeError('lz4', limit);
  }
  return output.subarray(0, size);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
