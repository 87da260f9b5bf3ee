import kafkajs from 'kafkajs';
import { type Codec, UNPACKED_BYTES_AT_MOST } from './codec.js';
import {
  RecordBatchTooLargeError,
  RecordBatchUnreadableError,
  type Refusal,
} from './codec.errors.js';
import { gzipCodec } from './gzip.codec.js';
import { lz4Codec } from './lz4.codec.js';
import { standIns } from './refusals.js';
import { snappyCodec } from './snappy.codec.js';
import { zstdCodec } from './zstd.codec.js';

/** Codes of the record batch format. */
const CODECS: ReadonlyMap<number, Codec> = new Map([
  [1, gzipCodec],
  [2, snappyCodec],
  [3, lz4Codec],
  [4, zstdCodec],
]);

/** Teaches kafkajs every codec of the record batch format, for all clients of this process. */
export function registerCodecs(): void {
  const registry = kafkajs.CompressionCodecs as Record<number, () => object>;
  for (const [type, codec] of CODECS) registry[type] = () => adapt(codec);
}

function adapt(codec: Codec): object {
  return {
    compress: async ({ buffer }: { buffer: Buffer }) => codec.compress(buffer),
    decompress: async (packed: Buffer) => {
      try {
        return await codec.decompress(packed, UNPACKED_BYTES_AT_MOST);
      } catch (error) {
        return standIns(packed, asRefusal(codec, error));
      }
    },
  };
}

function asRefusal(codec: Codec, error: unknown): Refusal {
  if (error instanceof RecordBatchTooLargeError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new RecordBatchUnreadableError(codec.name, detail, { cause: error });
}
