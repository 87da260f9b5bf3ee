import { type ByteReader } from './byte-reader.js';
import { type ByteWriter } from './byte-writer.js';
import { CodecError } from './codec.errors.js';

/** Run-length: (count, value) until every place is filled. */
export function writeRuns<T>(
  writer: ByteWriter,
  values: readonly T[],
  writeValue: (value: T) => void,
): void {
  let start = 0;
  while (start < values.length) {
    const value = values[start] as T;
    let end = start + 1;
    while (end < values.length && values[end] === value) end += 1;
    writer.unsigned(end - start);
    writeValue(value);
    start = end;
  }
}

export function readRuns<T>(reader: ByteReader, count: number, readValue: () => T): T[] {
  const values: T[] = [];
  while (values.length < count) {
    const run = reader.unsigned();
    if (run === 0 || values.length + run > count) throw new CodecError('a run does not fit');
    const value = readValue();
    for (let i = 0; i < run; i += 1) values.push(value);
  }
  return values;
}

/** Non-negative integers below 2^53. */
export function writeNumberRuns(writer: ByteWriter, values: readonly number[]): void {
  writeRuns(writer, values, (value) => {
    writer.unsigned(value);
  });
}

export function readNumberRuns(reader: ByteReader, count: number): number[] {
  return readRuns(reader, count, () => reader.unsigned());
}
