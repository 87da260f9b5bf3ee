/** One block inside the frame's bytes, [start, end). */
export interface Lz4Block {
  /** Not packed: its bytes are the content. */
  readonly stored: boolean;
  readonly start: number;
  readonly end: number;
}

export interface Lz4Frame {
  readonly blocks: readonly Lz4Block[];
  /** No block may unpack to more. */
  readonly blockBytesAtMost: number;
}

const MAGIC = 0x184d2204;
const VERSION_MASK = 0xc0;
const VERSION = 0x40;
const HAS_BLOCK_CHECKSUMS = 0x10;
const HAS_CONTENT_SIZE = 0x08;
const HAS_DICTIONARY = 0x01;
const SMALLEST_BLOCK_CODE = 4;
const LARGEST_BLOCK_CODE = 7;
const STORED = 0x80000000;

/**
 * Where the blocks of an LZ4 frame are (format 1.6). Checksums are passed over: the batch has a
 * CRC of its own. The library's own walk looks for block checksums in the wrong place.
 */
export function readFrame(bytes: Buffer): Lz4Frame {
  if (bytes.readUInt32LE(0) !== MAGIC) throw new Error('no LZ4 frame');
  const flags = bytes.readUInt8(4);
  if ((flags & VERSION_MASK) !== VERSION) throw new Error('not version 1 of LZ4 frames');
  if ((flags & HAS_DICTIONARY) !== 0) throw new Error('packed with an unknown dictionary');
  const sizeCode = (bytes.readUInt8(5) >> 4) & 7;
  if (sizeCode < SMALLEST_BLOCK_CODE) throw new Error(`no block size ${sizeCode}`);
  const blockBytesAtMost = (4 * 1024 * 1024) >> (2 * (LARGEST_BLOCK_CODE - sizeCode));
  const checksumBytes = (flags & HAS_BLOCK_CHECKSUMS) === 0 ? 0 : 4;

  const blocks: Lz4Block[] = [];
  let at = 7 + ((flags & HAS_CONTENT_SIZE) === 0 ? 0 : 8);
  for (;;) {
    const word = bytes.readUInt32LE(at);
    if (word === 0) return { blocks, blockBytesAtMost };
    const stored = word >= STORED;
    const start = at + 4;
    const end = start + (stored ? word - STORED : word);
    if (end - start > blockBytesAtMost || end > bytes.length) {
      throw new Error(`no block of that size at ${start}`);
    }
    blocks.push({ stored, start, end });
    at = end + checksumBytes;
  }
}
