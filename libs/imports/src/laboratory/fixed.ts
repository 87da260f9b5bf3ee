const PPM = 1_000_000n;

/** `(1 + ppm ÷ 10^6)^days` in units of 10^-12, by repeated squaring: the same on every machine. */
export function growthE12(ppmPerDay: bigint, days: number): bigint {
  const one = 10n ** 12n;
  let factor = (one * (PPM + ppmPerDay)) / PPM;
  if (days < 0) factor = (one * one) / factor;
  let result = one;
  for (let left = Math.abs(days); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * factor) / one;
    factor = (factor * factor) / one;
  }
  return result;
}

/** A number from 0 to 2^32 - 1 that depends on the seed and the words alone (FNV-1a, then mixed). */
export function hash32(seed: number, ...words: readonly number[]): number {
  let hash = 0x811c9dc5;
  for (const word of [seed, ...words]) {
    for (let shift = 0; shift < 32; shift += 8) {
      hash = Math.imul(hash ^ ((word >>> shift) & 0xff), 0x01000193);
    }
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
