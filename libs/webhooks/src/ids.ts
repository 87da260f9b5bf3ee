import { createHash, randomBytes } from 'node:crypto';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHARACTERS = 26;

/** `<prefix>_` and 130 bits: random, or the same for the same seed. */
export function newId(prefix: 'whe' | 'msg' | 'key', seed?: string): string {
  const bytes =
    seed === undefined ? randomBytes(CHARACTERS) : createHash('sha256').update(seed).digest();
  const text = [...bytes.subarray(0, CHARACTERS)].map((byte) => CROCKFORD.charAt(byte & 31));
  return `${prefix}_${text.join('')}`;
}
