import { CodecError, decodeSegment, type SegmentContent, seriesKeyJson } from '@app/wire';
import { occurredUs } from '../../commands/event-times.js';
import { nextChain } from '../../domain/chain.js';
import { dictionaryBytes, quarantineBytes, type QuarantineRow } from '../../domain/row-digest.js';
import type { DictionaryCache } from '../../storage/dictionary-cache.js';
import type { SegmentRow } from '../../storage/segment-store.js';
import { sha256 } from '../../storage/shard-registry.js';
import { check, FindingError } from './finding.js';

/** What must follow from the segment before. */
export interface Link {
  readonly seq: bigint;
  readonly nextOffset: bigint;
  readonly recordedAt: string;
  readonly chain: Buffer;
}

const DIGEST = 32;

/** Place, digests, chain and content of one segment; its decoded content. */
export function verifySegment(
  row: SegmentRow,
  previous: Link,
  dictionary: DictionaryCache,
  quarantine: readonly QuarantineRow[],
): SegmentContent {
  const { seq, firstOffset, nextOffset, recordedAt } = row;
  check(seq === previous.seq + 1n, 'seq-gap', () => `follows ${previous.seq}`);
  check(
    firstOffset === previous.nextOffset && nextOffset > firstOffset,
    'offset-gap',
    () => `[${firstOffset}, ${nextOffset}) follows ${previous.nextOffset}`,
  );
  check(
    previous.seq === 0n || recordedAt > previous.recordedAt,
    'time-order',
    () => `recorded at ${recordedAt}, not after ${previous.recordedAt}`,
  );
  verifyDigests(row, dictionary, quarantine);
  const { records, events, duplicates, quarantined, forwarded } = row;
  const counts = { records, events, duplicates, quarantined, forwarded };
  const chain = nextChain(sha256, previous.chain, { ...row, counts });
  check(chain.equals(row.chain), 'chain', () => 'it does not follow from header and chain before');
  return verifyContent(row, dictionary, quarantine);
}

function verifyDigests(
  { seq, body, digests }: SegmentRow,
  dictionary: DictionaryCache,
  quarantine: readonly QuarantineRow[],
): void {
  const said = (i: number): Buffer => digests.subarray(i * DIGEST, (i + 1) * DIGEST);
  check(sha256(body).equals(said(0)), 'body-digest', () => 'the body is not what was signed');
  const rows = dictionary.rowsOf(seq, seriesKeyJson);
  check(
    sha256(dictionaryBytes(rows)).equals(said(1)),
    'dictionary-digest',
    () => `its ${rows.length} dictionary rows are not what was signed`,
  );
  check(
    sha256(quarantineBytes(quarantine)).equals(said(2)),
    'quarantine-digest',
    () => `its ${quarantine.length} quarantine rows are not what was signed`,
  );
}

function verifyContent(
  row: SegmentRow,
  dictionary: DictionaryCache,
  quarantine: readonly QuarantineRow[],
): SegmentContent {
  const content = decode(row, dictionary);
  const { messages, events } = content;
  check(
    events.length === row.events &&
      messages.length === row.records &&
      quarantine.length === row.quarantined,
    'counts',
    () => `${events.length} events, ${messages.length} records, ${quarantine.length} quarantined`,
  );
  const inside = messages.every(({ offset }, i) => {
    const after = messages[i - 1]?.offset ?? row.firstOffset - 1n;
    return offset > after && offset < row.nextOffset;
  });
  check(inside, 'counts', () => 'its records are out of order or outside its offsets');
  const times = events.map(({ event }) => occurredUs(event));
  const extremes = times.length === 0 ? [null, null] : [least(times), greatest(times)];
  check(
    row.occurredMinUs === extremes[0] && row.occurredMaxUs === extremes[1],
    'occurred',
    () => `usage from ${String(extremes[0])} to ${String(extremes[1])} µs`,
  );
  return content;
}

function decode(row: SegmentRow, dictionary: DictionaryCache): SegmentContent {
  try {
    return decodeSegment(row.body, dictionary, row.rawBytes);
  } catch (error) {
    if (error instanceof CodecError) throw new FindingError('undecodable', error.message);
    throw error;
  }
}

function least(values: readonly number[]): bigint {
  return BigInt(values.reduce((a, b) => Math.min(a, b)));
}

function greatest(values: readonly number[]): bigint {
  return BigInt(values.reduce((a, b) => Math.max(a, b)));
}
