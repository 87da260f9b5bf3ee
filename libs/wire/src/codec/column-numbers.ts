import { ByteReader } from './byte-reader.js';
import { ByteWriter } from './byte-writer.js';
import { CodecError } from './codec.errors.js';
import { readNumberRuns, writeNumberRuns } from './runs.js';

/** Column 2: source numbers, run-length. */
export function writeSources(sourceNos: readonly number[]): Buffer {
  const writer = new ByteWriter();
  writeNumberRuns(writer, sourceNos);
  return writer.finish();
}

export function readSources(column: Buffer, count: number): number[] {
  return readNumberRuns(new ByteReader(column), count);
}

const LARGEST = 2 ** 32 - 1;

/** Column 10: series numbers as byte planes: how many, then every lowest byte, every next one, … */
export function writePlanes(numbers: readonly number[]): Buffer {
  const largest = numbers.reduce((most, number) => Math.max(most, number), 0);
  if (largest > LARGEST) throw new Error(`series number ${largest} exceeds 32 bits`);
  const planes = largest > 0xffffff ? 4 : largest > 0xffff ? 3 : largest > 0xff ? 2 : 1;
  const bytes = Buffer.alloc(1 + planes * numbers.length);
  bytes[0] = planes;
  numbers.forEach((number, i) => {
    for (let plane = 0; plane < planes; plane += 1) {
      bytes[1 + plane * numbers.length + i] = (number >>> (8 * plane)) & 0xff;
    }
  });
  return numbers.length === 0 ? Buffer.alloc(0) : bytes;
}

export function readPlanes(column: Buffer, count: number): number[] {
  if (count === 0) return [];
  const planes = column[0] ?? 0;
  if (planes > 4 || column.length !== 1 + planes * count)
    throw new CodecError('byte planes differ');
  return Array.from({ length: count }, (_, i) => {
    let number = 0;
    for (let plane = planes - 1; plane >= 0; plane -= 1) {
      number = number * 256 + (column[1 + plane * count + i] ?? 0);
    }
    return number;
  });
}
