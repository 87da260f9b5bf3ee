const FIRST_BITS = 64;
const BYTE_BITS = 128;
/** "Minus zero", which no number is written as, announces a big integer. */
export const BIG_INTEGER_ESCAPE = 1;

/** Appends to a buffer that grows. Integers are little-endian base 128, the high bit = more follows. */
export class ByteWriter {
  private buffer: Buffer;
  private length = 0;

  constructor(sizeBytes = 1024) {
    this.buffer = Buffer.allocUnsafe(sizeBytes);
  }

  byte(value: number): void {
    if (this.length === this.buffer.length) this.grow(1);
    this.buffer[this.length++] = value;
  }

  /** An integer from 0 to 2^53 - 1. */
  unsigned(value: number): void {
    let rest = value;
    while (rest >= BYTE_BITS) {
      this.byte((rest % BYTE_BITS) | BYTE_BITS);
      rest = Math.floor(rest / BYTE_BITS);
    }
    this.byte(rest);
  }

  /** An integer below 2^53 either side of zero; the sign is the lowest bit of the first byte. */
  signed(value: number): void {
    const magnitude = Math.abs(value);
    const low = (magnitude % FIRST_BITS) * 2 + (value < 0 ? 1 : 0);
    const rest = Math.floor(magnitude / FIRST_BITS);
    if (rest === 0) {
      this.byte(low);
    } else {
      this.byte(low | BYTE_BITS);
      this.unsigned(rest);
    }
  }

  /** As `signed`; beyond 2^53 an escape, the sign, the length and the magnitude, big-endian. */
  signedBig(value: bigint): void {
    if (value > -9007199254740992n && value < 9007199254740992n) {
      this.signed(Number(value));
      return;
    }
    const digits = (value < 0n ? -value : value).toString(16);
    const magnitude = Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex');
    this.byte(BIG_INTEGER_ESCAPE);
    this.byte(value < 0n ? 1 : 0);
    this.unsigned(magnitude.length);
    this.bytes(magnitude);
  }

  /** Length in bytes, then UTF-8. */
  text(value: string): void {
    const size = Buffer.byteLength(value);
    this.unsigned(size);
    if (this.length + size > this.buffer.length) this.grow(size);
    this.length += this.buffer.write(value, this.length, 'utf8');
  }

  bytes(value: Buffer): void {
    if (this.length + value.length > this.buffer.length) this.grow(value.length);
    this.length += value.copy(this.buffer, this.length);
  }

  finish(): Buffer {
    return this.buffer.subarray(0, this.length);
  }

  private grow(needed: number): void {
    const next = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.length + needed));
    this.buffer.copy(next, 0, 0, this.length);
    this.buffer = next;
  }
}
