import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import { Decompress } from 'fzstd';
import type { Codec } from './codec.js';
import { CodecUnavailableError, RecordBatchTooLargeError } from './codec.errors.js';
import { isOverLimit } from './gzip.codec.js';

type Done = (error: Error | null, result: Buffer) => void;

/** What `node:zlib` has from Node.js 22.15 on; the types of older versions do not know it. */
export interface NativeZstd {
  readonly zstdCompress: (bytes: Buffer, done: Done) => void;
  readonly zstdDecompress: (
    bytes: Buffer,
    options: { readonly maxOutputLength: number },
    done: Done,
  ) => void;
}

/** @param functions where to look for them: `node:zlib` */
export function nativeZstd(functions: object): NativeZstd | undefined {
  return 'zstdCompress' in functions && 'zstdDecompress' in functions
    ? (functions as NativeZstd)
    : undefined;
}

/** @param native without it batches are unpacked in JavaScript, and none are packed */
export function createZstdCodec(native: NativeZstd | undefined): Codec {
  return native === undefined
    ? { name: 'zstd', compress: refuse, decompress: unpack }
    : { name: 'zstd', ...nativeCodec(native) };
}

export const zstdCodec = createZstdCodec(nativeZstd(zlib));

function nativeCodec(native: NativeZstd): Omit<Codec, 'name'> {
  const compress = promisify(native.zstdCompress);
  const decompress = promisify(native.zstdDecompress);
  return {
    compress,
    decompress: (bytes, limit) =>
      decompress(bytes, { maxOutputLength: limit }).catch((error: unknown) => {
        throw isOverLimit(error) ? new RecordBatchTooLargeError('zstd', limit) : error;
      }),
  };
}

function refuse(): never {
  throw new CodecUnavailableError('packing with zstd needs Node.js 22.15 or later');
}

/** Block by block (128 KiB at most), so that a bomb goes off outside. */
function unpack(bytes: Buffer, limit: number): Buffer {
  const parts: Uint8Array[] = [];
  let size = 0;
  const stream = new Decompress((part) => {
    size += part.length;
    if (size > limit) throw new RecordBatchTooLargeError('zstd', limit);
    parts.push(part);
  });
  stream.push(bytes, true);
  return Buffer.concat(parts, size);
}
