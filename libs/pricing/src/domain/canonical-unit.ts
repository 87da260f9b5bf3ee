/** A unit of measure as a multiple of its base: `1M tokens` is 1,000,000 `tokens`. */
export interface CanonicalUnit {
  readonly unit: string;
  readonly factor: bigint;
}

const MULTIPLES: ReadonlyMap<string, bigint> = new Map([
  ['k', 1_000n],
  ['m', 1_000_000n],
  ['b', 1_000_000_000n],
  ['', 1n],
]);
/** Spellings of one base unit, by the base. */
const SPELLINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tokens: ['token', 'tokens'],
    hours: ['hour', 'hours', 'hr', 'hrs'],
    seconds: ['second', 'seconds', 'sec', 'secs'],
    requests: ['request', 'requests'],
    images: ['image', 'images'],
    units: ['unit', 'units'],
    gb: ['gb', 'gigabyte', 'gigabytes'],
    'gb-months': ['gb-mo', 'gb-month', 'gb-months'],
  }).flatMap(([base, words]) => words.map((word) => [word, base] as const)),
);
const MULTIPLE = /^(\d+)\s*([kmb]?)\s+(.+)$/;
const SHORT = /^([kmb])\s+(.+)$/;

/**
 * Base unit and factor of a unit's spelling, compared without case: `1K Tokens`, `1000 tokens`,
 * `tokens`. A unit that is not in the table is its own base.
 */
export function canonicalUnit(spelling: string): CanonicalUnit {
  const text = spelling.trim().toLowerCase();
  const [, count, letter = '', word = ''] = MULTIPLE.exec(text) ?? [];
  if (count !== undefined && BigInt(count) > 0n) {
    return { unit: base(word), factor: BigInt(count) * (MULTIPLES.get(letter) ?? 1n) };
  }
  const [, prefix, rest = ''] = SHORT.exec(text) ?? [];
  if (prefix !== undefined) return { unit: base(rest), factor: MULTIPLES.get(prefix) ?? 1n };
  return { unit: base(text), factor: 1n };
}

function base(word: string): string {
  return SPELLINGS.get(word) ?? word;
}
