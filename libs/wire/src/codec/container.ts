import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { ByteReader } from './byte-reader.js';
import { ByteWriter } from './byte-writer.js';
import { CodecError } from './codec.errors.js';

const NONE = 0;
const BROTLI = 1;
const QUALITY = 1;
/** A reader may pass over a column from here on; one below it does not know stops it. */
const FIRST_OPTIONAL_COLUMN = 128;

export type Columns = ReadonlyMap<number, Buffer>;

export interface Packed {
  readonly body: Buffer;
  /** Bytes of the payload before compression: what a reader must cap its output at. */
  readonly rawBytes: number;
}

/** Format byte, compression byte, payload. Brotli's bytes depend on its version, the payload never. */
export function pack(format: number, payload: Buffer): Packed {
  const compressed = brotliCompressSync(payload, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: payload.length,
    },
  });
  const smaller = compressed.length < payload.length;
  const head = Buffer.from([format, smaller ? BROTLI : NONE]);
  return { body: Buffer.concat([head, smaller ? compressed : payload]), rawBytes: payload.length };
}

/**
 * The payload of a body.
 *
 * @throws CodecError for another format, an unknown compression, or more than `maxBytes`
 */
export function unpack(format: number, body: Buffer, maxBytes: number): Buffer {
  if (body[0] !== format) throw new CodecError(`format ${body[0] ?? 'none'} is not ${format}`);
  const payload = decompress(body[1], body.subarray(2), maxBytes);
  if (payload.length > maxBytes) throw new CodecError(`payload exceeds ${maxBytes} bytes`);
  return payload;
}

function decompress(compression: number | undefined, bytes: Buffer, maxBytes: number): Buffer {
  if (compression === NONE) return bytes;
  if (compression !== BROTLI) throw new CodecError(`unknown compression ${compression ?? 'none'}`);
  try {
    return brotliDecompressSync(bytes, { maxOutputLength: Math.max(1, maxBytes) });
  } catch (error) {
    throw new CodecError(`brotli: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Row count, directory of (column id, length), columns; empty columns are left out. */
export function writePayload(rows: number, columns: Columns): Buffer {
  const kept = [...columns].filter(([, bytes]) => bytes.length > 0).sort(([a], [b]) => a - b);
  const writer = new ByteWriter();
  writer.unsigned(rows);
  writer.unsigned(kept.length);
  for (const [id, bytes] of kept) {
    writer.byte(id);
    writer.unsigned(bytes.length);
  }
  for (const [, bytes] of kept) writer.bytes(bytes);
  return writer.finish();
}

/** @throws CodecError for an unknown column below 128, columns out of order, bytes left over */
export function readPayload(payload: Buffer, known: ReadonlySet<number>): [number, Columns] {
  const reader = new ByteReader(payload);
  const rows = reader.unsigned();
  const directory: [number, number][] = [];
  for (let left = reader.unsigned(); left > 0; left -= 1) {
    directory.push([reader.byte(), reader.unsigned()]);
  }
  const columns = new Map<number, Buffer>();
  let last = -1;
  for (const [id, length] of directory) {
    if (id <= last) throw new CodecError(`column ${id} follows column ${last}`);
    if (!known.has(id) && id < FIRST_OPTIONAL_COLUMN) throw new CodecError(`unknown column ${id}`);
    columns.set(id, reader.bytes(length));
    last = id;
  }
  if (!reader.done) throw new CodecError('bytes are left over');
  return [rows, columns];
}
