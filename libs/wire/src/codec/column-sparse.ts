import { type LineReference } from '../events/usage-event.js';
import { ByteReader } from './byte-reader.js';
import { ByteWriter } from './byte-writer.js';
import { CodecError } from './codec.errors.js';
import { type PrivateHash } from './segment-content.js';

const SHA256_BYTES = 32;

/** (step to the next event that has one, value), to the end of the column. */
function writeSparse<T>(
  values: readonly (T | undefined)[],
  write: (w: ByteWriter, value: T) => void,
): Buffer {
  const writer = new ByteWriter();
  let last = 0;
  values.forEach((value, i) => {
    if (value === undefined) return;
    writer.unsigned(i - last);
    write(writer, value);
    last = i;
  });
  return writer.finish();
}

function readSparse<T>(
  column: Buffer,
  count: number,
  read: (reader: ByteReader) => T,
): Map<number, T> {
  const reader = new ByteReader(column);
  const values = new Map<number, T>();
  let at = 0;
  while (!reader.done) {
    at += reader.unsigned();
    if (at >= count) throw new CodecError(`event ${at} of ${count}`);
    values.set(at, read(reader));
  }
  return values;
}

/** Column 16. */
export function writeCorrects(corrects: readonly (LineReference | undefined)[]): Buffer {
  return writeSparse(corrects, (writer, { source, id }) => {
    writer.text(source);
    writer.text(id);
  });
}

export function readCorrects(column: Buffer, count: number): Map<number, LineReference> {
  return readSparse(column, count, (reader) => ({ source: reader.text(), id: reader.text() }));
}

/** (name, text) pairs of one event; see `event-detail.ts`. */
export type Detail = readonly (readonly [string, string])[];

/** Column 17: every text once, in order of first use; then per event the numbers of its texts. */
export function writeDetails(details: readonly Detail[]): Buffer {
  const numbers = new Map<string, number>();
  for (const text of details.flat(2)) if (!numbers.has(text)) numbers.set(text, numbers.size);
  if (numbers.size === 0) return Buffer.alloc(0);
  const writer = new ByteWriter();
  writer.unsigned(numbers.size);
  for (const text of numbers.keys()) writer.text(text);
  const present = details.map((detail) => (detail.length === 0 ? undefined : detail));
  writer.bytes(
    writeSparse(present, (rows, detail) => {
      rows.unsigned(detail.length);
      for (const text of detail.flat()) rows.unsigned(numbers.get(text) ?? 0);
    }),
  );
  return writer.finish();
}

export function readDetails(column: Buffer, count: number): Map<number, Detail> {
  if (column.length === 0) return new Map();
  const head = new ByteReader(column);
  const size = head.unsigned();
  const texts: string[] = [];
  while (texts.length < size) texts.push(head.text());
  const text = (reader: ByteReader): string => {
    const found = texts[reader.unsigned()];
    if (found === undefined) throw new CodecError('a text is not in the table');
    return found;
  };
  return readSparse(head.rest(), count, (reader) => {
    const detail: [string, string][] = [];
    for (let left = reader.unsigned(); left > 0; left -= 1)
      detail.push([text(reader), text(reader)]);
    return detail;
  });
}

/** Column 18. */
export function writePrivateHashes(
  hashes: readonly (readonly PrivateHash[] | undefined)[],
): Buffer {
  return writeSparse(hashes, (writer, list) => {
    writer.unsigned(list.length);
    for (const { tag, sha256 } of list) {
      writer.text(tag);
      writer.bytes(sha256);
    }
  });
}

export function readPrivateHashes(column: Buffer, count: number): Map<number, PrivateHash[]> {
  return readSparse(column, count, (reader) => {
    const list: PrivateHash[] = [];
    for (let left = reader.unsigned(); left > 0; left -= 1) {
      list.push({ tag: reader.text(), sha256: reader.bytes(SHA256_BYTES) });
    }
    return list;
  });
}
