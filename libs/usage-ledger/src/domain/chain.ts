/** What one link of a shard's chain says about its segment, besides the digests of its rows. */
export interface SegmentHeader {
  readonly shard: number;
  readonly incarnation: number;
  readonly seq: bigint;
  readonly firstOffset: bigint;
  readonly nextOffset: bigint;
  readonly counts: SegmentCounts;
  /** Microseconds since 1970 of the earliest and latest usage; null in a segment without events. */
  readonly occurredMinUs: bigint | null;
  readonly occurredMaxUs: bigint | null;
  readonly format: number;
  readonly rawBytes: number;
  /** SHA-256 of the body, of the new dictionary rows, of the quarantine rows: 96 bytes. */
  readonly digests: Buffer;
}

/** What became of the records below a segment's end. */
export interface SegmentCounts {
  readonly records: number;
  readonly events: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly forwarded: number;
}

export type Sha256 = (...parts: readonly Uint8Array[]) => Buffer;

const LINK_TAG = Uint8Array.of(2);
const VERSION = 1;
const FIXED_BYTES = 1 + 4 + 4 + 8 + 8 + 8 + 5 * 4 + 8 + 8 + 2 + 4;

/** The chain of a shard without segments: who it is. */
export function firstChain(sha256: Sha256, cluster: string, topic: string, part: number): Buffer {
  return sha256(
    Buffer.from(['ledger.v1', cluster, topic, String(part)].map((x) => `${x}\0`).join('')),
  );
}

/** The next link: it commits to the one before and to everything of the segment. */
export function nextChain(sha256: Sha256, previous: Buffer, header: SegmentHeader): Buffer {
  return sha256(LINK_TAG, previous, headerBytes(header));
}

/** Big-endian, fixed layout. */
export function headerBytes(header: SegmentHeader): Buffer {
  const bytes = Buffer.alloc(FIXED_BYTES);
  let at = bytes.writeUInt8(VERSION, 0);
  at = bytes.writeUInt32BE(header.shard, at);
  at = bytes.writeUInt32BE(header.incarnation, at);
  at = bytes.writeBigUInt64BE(header.seq, at);
  at = bytes.writeBigUInt64BE(header.firstOffset, at);
  at = bytes.writeBigUInt64BE(header.nextOffset, at);
  const { records, events, duplicates, quarantined, forwarded } = header.counts;
  for (const count of [records, events, duplicates, quarantined, forwarded]) {
    at = bytes.writeUInt32BE(count, at);
  }
  at = bytes.writeBigInt64BE(header.occurredMinUs ?? 0n, at);
  at = bytes.writeBigInt64BE(header.occurredMaxUs ?? 0n, at);
  at = bytes.writeUInt16BE(header.format, at);
  bytes.writeUInt32BE(header.rawBytes, at);
  return Buffer.concat([bytes, header.digests]);
}
