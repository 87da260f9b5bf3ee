const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A number in base 62, filled with leading zeros to `length`. */
export function toBase62(value: bigint, length: number): string {
  let text = '';
  for (let rest = value; rest > 0n; rest /= 62n) text = (DIGITS[Number(rest % 62n)] ?? '') + text;
  return text.padStart(length, '0');
}

/** Bytes, read as one big-endian number, in base 62; the last `length` digits of it. */
export function bytesToBase62(bytes: Uint8Array, length: number): string {
  const text = toBase62(BigInt(`0x${Buffer.from(bytes).toString('hex')}`), length);
  return text.slice(-length);
}
