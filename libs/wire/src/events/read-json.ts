import { isUtf8 } from 'node:buffer';
import { type Fault, fault } from './reason-codes.js';

export type Json =
  | {
      readonly ok: true;
      readonly value: unknown;
      /** The text has no escape: no string in it can hold U+0000 or a lone surrogate. */
      readonly isPlain: boolean;
    }
  | { readonly ok: false; readonly fault: Fault };

/** One JSON value in UTF-8. Of members that repeat, the last counts. */
export function readJson(bytes: Buffer): Json {
  if (!isUtf8(bytes)) return { ok: false, fault: fault('encoding-invalid', '') };
  const text = bytes.toString('utf8');
  try {
    return { ok: true, value: JSON.parse(text) as unknown, isPlain: !text.includes('\\') };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { ok: false, fault: fault('json-invalid', '', error.message) };
  }
}

/** UTF-8, UTF-16 big-endian and UTF-16 little-endian marks. */
export function hasByteOrderMark(bytes: Buffer): boolean {
  const [a, b, c] = bytes;
  return (
    (a === 0xef && b === 0xbb && c === 0xbf) ||
    (a === 0xfe && b === 0xff) ||
    (a === 0xff && b === 0xfe)
  );
}
