import { BIG_INTEGER_ESCAPE } from './byte-writer.js';
import { CodecError } from './codec.errors.js';

const LARGEST_MAGNITUDE_BYTES = 64;

/** Reads what `ByteWriter` wrote. @throws CodecError at the end of the bytes or on an impossible value */
export class ByteReader {
  private at = 0;

  constructor(private readonly buffer: Buffer) {}

  get done(): boolean {
    return this.at === this.buffer.length;
  }

  byte(): number {
    const value = this.buffer[this.at];
    if (value === undefined) throw new CodecError(`ends after ${this.at} bytes`);
    this.at += 1;
    return value;
  }

  unsigned(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (value > Number.MAX_SAFE_INTEGER) throw new CodecError('an integer exceeds 2^53');
      if (byte < 128) return value;
      scale *= 128;
    }
  }

  signed(): number {
    const value = this.signedBig();
    if (typeof value === 'bigint') throw new CodecError('an integer exceeds 2^53');
    return value;
  }

  /** A number where the magnitude is below 2^53, else a BigInt. */
  signedBig(): number | bigint {
    const first = this.byte();
    if (first === BIG_INTEGER_ESCAPE) return this.bigInteger();
    const low = (first & 127) >> 1;
    const magnitude = first < 128 ? low : low + this.unsigned() * 64;
    if (magnitude > Number.MAX_SAFE_INTEGER) throw new CodecError('an integer exceeds 2^53');
    return first & 1 ? -magnitude : magnitude;
  }

  text(): string {
    return this.bytes(this.unsigned()).toString('utf8');
  }

  bytes(length: number): Buffer {
    if (this.at + length > this.buffer.length) {
      throw new CodecError(`ends after ${this.buffer.length} bytes`);
    }
    this.at += length;
    return this.buffer.subarray(this.at - length, this.at);
  }

  /** What has not been read yet. */
  rest(): Buffer {
    return this.bytes(this.buffer.length - this.at);
  }

  private bigInteger(): bigint {
    const negative = this.byte() === 1;
    const length = this.unsigned();
    if (length > LARGEST_MAGNITUDE_BYTES) throw new CodecError('an integer is too long');
    const magnitude = BigInt(`0x${this.bytes(length).toString('hex') || '0'}`);
    return negative ? -magnitude : magnitude;
  }
}
