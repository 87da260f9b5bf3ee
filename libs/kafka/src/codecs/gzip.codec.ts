import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import type { Codec } from './codec.js';
import { RecordBatchTooLargeError } from './codec.errors.js';

const gzip = promisify<zlib.InputType, Buffer>(zlib.gzip);
const unzip = promisify<zlib.InputType, zlib.ZlibOptions, Buffer>(zlib.unzip);

/** kafkajs brings one of its own, without a limit. */
export const gzipCodec: Codec = {
  name: 'gzip',
  compress: (bytes) => gzip(bytes),
  decompress: (bytes, limit) =>
    unzip(bytes, { maxOutputLength: limit }).catch((error: unknown) => {
      throw isOverLimit(error) ? new RecordBatchTooLargeError('gzip', limit) : error;
    }),
};

/** What `node:zlib` throws when `maxOutputLength` is passed. */
export function isOverLimit(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
}
