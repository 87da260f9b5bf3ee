import { ByteReader } from './byte-reader.js';
import { ByteWriter } from './byte-writer.js';
import { CodecError } from './codec.errors.js';
import { readNumberRuns, writeNumberRuns } from './runs.js';

const LARGEST_SCALE = 18;

/** Columns 11 to 15 of a segment: scales of the amounts that are present, run-length; then their mantissas. */
export function writeAmounts(amounts: readonly string[]): Buffer {
  const mantissas = new ByteWriter();
  const scales = amounts.map((amount) => {
    const point = amount.indexOf('.');
    const digits = point < 0 ? amount : amount.slice(0, point) + amount.slice(point + 1);
    mantissas.signedBig(BigInt(digits));
    return point < 0 ? 0 : amount.length - point - 1;
  });
  const writer = new ByteWriter();
  writeNumberRuns(writer, scales);
  writer.bytes(mantissas.finish());
  return writer.finish();
}

export function readAmounts(column: Buffer, count: number): string[] {
  const reader = new ByteReader(column);
  return readNumberRuns(reader, count).map((scale) => {
    if (scale > LARGEST_SCALE) throw new CodecError(`scale ${scale} exceeds ${LARGEST_SCALE}`);
    return decimal(reader.signedBig(), scale);
  });
}

/** The sums of a delta, counts of 10^-18 of any size, in the same coding. */
export function writeSums(sums: readonly bigint[]): Buffer {
  const mantissas = new ByteWriter();
  const scales = sums.map((sum) => {
    let [mantissa, scale] = [sum, sum === 0n ? 0 : LARGEST_SCALE];
    while (scale > 0 && mantissa % 10n === 0n) {
      mantissa /= 10n;
      scale -= 1;
    }
    mantissas.signedBig(mantissa);
    return scale;
  });
  const writer = new ByteWriter();
  writeNumberRuns(writer, scales);
  writer.bytes(mantissas.finish());
  return writer.finish();
}

export function readSums(column: Buffer, count: number): bigint[] {
  const reader = new ByteReader(column);
  return readNumberRuns(reader, count).map((scale) => {
    if (scale > LARGEST_SCALE) throw new CodecError(`scale ${scale} exceeds ${LARGEST_SCALE}`);
    return BigInt(reader.signedBig()) * 10n ** BigInt(LARGEST_SCALE - scale);
  });
}

function decimal(mantissa: number | bigint, scale: number): string {
  if (scale === 0) return mantissa.toString();
  const text = mantissa.toString();
  const sign = text.startsWith('-') ? '-' : '';
  const digits = text.slice(sign.length).padStart(scale + 1, '0');
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
