/** Everything up to here is in: usage per shard, and the contract side's position (shard -1). */
export interface LedgerAddress {
  readonly shards: ReadonlyMap<number, bigint>;
  /** Next Kafka offset per shard, for those who sent over HTTP and know no more. */
  readonly offsets: ReadonlyMap<number, bigint>;
  readonly contractPosition: bigint;
  /** Recorded time of the newest fact, RFC 3339 with µs; null before the first. */
  readonly asOf: string | null;
}

/** The later of two recorded times. */
export function laterOf(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return comparable(one) >= comparable(other) ? one : other;
}

// Fractions of different length do not compare as text: `…00.1Z` and `…00.123Z`.
function comparable(instant: string): string {
  const [seconds = '', fraction = ''] = instant.replace('Z', '').split('.');
  return `${seconds}.${fraction.padEnd(9, '0')}`;
}
