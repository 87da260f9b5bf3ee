/** A 64-bit hash as two unsigned halves. */
export interface IdHash {
  readonly high: number;
  readonly low: number;
}

/** What keys the hash: two 32-bit words that differ from shard to shard. */
export type IdKey = readonly [number, number];

/**
 * Keyed hash of an opaque identity (source, id). Equal identities hash equally; a collision costs a
 * comparison with the stored event, never money.
 */
export function idHash([keyHigh, keyLow]: IdKey, sourceNo: number, id: string): IdHash {
  let high = 0xdeadbeef ^ keyHigh ^ Math.imul(sourceNo, 0x9e3779b1);
  let low = 0x41c6ce57 ^ keyLow ^ Math.imul(sourceNo, 0x85ebca77);
  for (let i = 0; i < id.length; i += 1) {
    const unit = id.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  const mixedHigh = mix(high) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  const mixedLow = mix(low) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return { high: mixedHigh >>> 0, low: mixedLow >>> 0 };
}

function mix(word: number): number {
  return Math.imul(word ^ (word >>> 16), 2246822507);
}
