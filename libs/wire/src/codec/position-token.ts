/** A read position: `{shard: seq}` (shard -1 = contract events) and Kafka's `{partition: offset + 1}`. */
export interface PositionVector {
  readonly shards: ReadonlyMap<number, bigint>;
  readonly offsets: ReadonlyMap<number, bigint>;
}

/** A text that is no position token. */
export class PositionInvalidError extends Error {
  readonly code = 'position-invalid';

  constructor(text: string) {
    super(`"${text.slice(0, 80)}" is not a position such as 0:1204113,1:99812 or @0:881234`);
  }
}

const ENTRY = /^(@?)(0|-1|[1-9]\d{0,8}):(0|[1-9]\d{0,18})$/;
const LARGEST = 2n ** 63n - 1n;

/** The token `0:1204113,1:99812,@0:881234`: shards in order, then partitions in order. */
export function formatPosition({ shards, offsets }: Partial<PositionVector>): string {
  const entries = (of: ReadonlyMap<number, bigint> | undefined, mark: string): string[] =>
    [...(of ?? [])]
      .sort(([a], [b]) => a - b)
      .map(([shard, value]) => `${mark}${shard}:${value.toString()}`);
  return [...entries(shards, ''), ...entries(offsets, '@')].join(',');
}

/** @throws PositionInvalidError for another shape, a shard named twice, a number over 2^63 - 1 */
export function parsePosition(text: string): PositionVector {
  const shards = new Map<number, bigint>();
  const offsets = new Map<number, bigint>();
  for (const entry of text.split(',')) {
    const [, mark, shard, digits] = ENTRY.exec(entry) ?? [];
    if (shard === undefined || digits === undefined) throw new PositionInvalidError(text);
    const target = mark === '@' ? offsets : shards;
    const number = Number(shard);
    const value = BigInt(digits);
    const misplaced = target.has(number) || value > LARGEST || (mark === '@' && number < 0);
    if (misplaced) throw new PositionInvalidError(text);
    target.set(number, value);
  }
  return { shards, offsets };
}

/** Whether `a` has reached `b`: in every shard of `b`. */
export function hasReached(
  a: ReadonlyMap<number, bigint>,
  b: ReadonlyMap<number, bigint>,
): boolean {
  return [...b].every(([shard, value]) => value === 0n || (a.get(shard) ?? 0n) >= value);
}
