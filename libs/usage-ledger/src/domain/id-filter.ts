import type { IdHash } from './id-hash.js';

const BITS_PER_KEY = 12;
const BLOCK_BYTES = 64;
const BLOCK_BITS = BLOCK_BYTES * 8;
const PROBES = 8;
const TO_BLOCK_BIT = 23; // the 9 highest of 32 bits

/** An empty blocked Bloom filter for so many keys: each key touches one block of 64 bytes. */
export function createFilter(keys: number): Buffer {
  return Buffer.alloc(Math.max(1, Math.ceil((keys * BITS_PER_KEY) / BLOCK_BITS)) * BLOCK_BYTES);
}

export function addToFilter(filter: Buffer, { high, low }: IdHash): void {
  const base = blockStart(filter, high);
  const step = Math.imul(low, 0x9e3779b1) | 1;
  for (let i = 0, probe = low; i < PROBES; i += 1, probe = (probe + step) | 0) {
    const bit = probe >>> TO_BLOCK_BIT;
    const at = base + (bit >>> 3);
    filter[at] = (filter[at] ?? 0) | (1 << (bit & 7));
  }
}

/** False: certainly not added. True: perhaps (about 4 in 1,000 wrongly). */
export function mayContain(filter: Buffer, { high, low }: IdHash): boolean {
  const base = blockStart(filter, high);
  const step = Math.imul(low, 0x9e3779b1) | 1;
  for (let i = 0, probe = low; i < PROBES; i += 1, probe = (probe + step) | 0) {
    const bit = probe >>> TO_BLOCK_BIT;
    if (((filter[base + (bit >>> 3)] ?? 0) & (1 << (bit & 7))) === 0) return false;
  }
  return true;
}

function blockStart(filter: Buffer, high: number): number {
  const blocks = filter.length / BLOCK_BYTES;
  return Math.floor((high / 2 ** 32) * blocks) * BLOCK_BYTES;
}
