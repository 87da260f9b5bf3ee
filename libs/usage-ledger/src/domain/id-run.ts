import { addToFilter, createFilter } from './id-filter.js';
import type { IdHash } from './id-hash.js';

/** A segment's opaque identities: 12 bytes each (hash, ordinal of the event), sorted, big-endian. */
export interface IdRun {
  readonly keys: number;
  readonly entries: Buffer;
  readonly filter: Buffer;
}

export interface RunEntry {
  readonly hash: IdHash;
  /** Which of the segment's events, from 0. */
  readonly ordinal: number;
}

export const ENTRY_BYTES = 12;
/** Entries between two fences: what one look-up reads. */
export const SLICE_ENTRIES = 4_096;

export function buildRun(entries: readonly RunEntry[]): IdRun {
  const sorted = entries.toSorted(
    (a, b) => a.hash.high - b.hash.high || a.hash.low - b.hash.low || a.ordinal - b.ordinal,
  );
  const filter = createFilter(sorted.length);
  const bytes = Buffer.alloc(sorted.length * ENTRY_BYTES);
  sorted.forEach(({ hash, ordinal }, i) => {
    addToFilter(filter, hash);
    bytes.writeUInt32BE(hash.high, i * ENTRY_BYTES);
    bytes.writeUInt32BE(hash.low, i * ENTRY_BYTES + 4);
    bytes.writeUInt32BE(ordinal, i * ENTRY_BYTES + 8);
  });
  return { keys: sorted.length, entries: bytes, filter };
}

/** The first hash of each slice: 8 bytes each, in order. */
export function fencesOf(entries: Buffer): Buffer {
  const slices = Math.ceil(entries.length / (ENTRY_BYTES * SLICE_ENTRIES));
  const fences = Buffer.alloc(slices * 8);
  for (let i = 0; i < slices; i += 1) {
    entries.copy(
      fences,
      i * 8,
      i * SLICE_ENTRIES * ENTRY_BYTES,
      i * SLICE_ENTRIES * ENTRY_BYTES + 8,
    );
  }
  return fences;
}

/** First and last slice that may hold the hash (equal hashes may cross a fence). */
export function slicesOf(fences: Buffer, hash: IdHash): { first: number; last: number } {
  const slices = fences.length / 8;
  let last = 0;
  while (last + 1 < slices && compareAt(fences, (last + 1) * 8, hash) <= 0) last += 1;
  let first = last;
  while (first > 0 && compareAt(fences, first * 8, hash) === 0) first -= 1;
  return { first, last };
}

/** Ordinals of all entries with this hash, ascending. */
export function ordinalsOf(entries: Buffer, hash: IdHash): number[] {
  let low = 0;
  let high = entries.length / ENTRY_BYTES;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareAt(entries, middle * ENTRY_BYTES, hash) < 0) low = middle + 1;
    else high = middle;
  }
  const ordinals: number[] = [];
  for (let at = low * ENTRY_BYTES; at < entries.length; at += ENTRY_BYTES) {
    if (compareAt(entries, at, hash) !== 0) break;
    ordinals.push(entries.readUInt32BE(at + 8));
  }
  return ordinals;
}

function compareAt(bytes: Buffer, at: number, { high, low }: IdHash): number {
  return bytes.readUInt32BE(at) - high || bytes.readUInt32BE(at + 4) - low;
}
