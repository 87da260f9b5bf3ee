import {
  type DeltaLine,
  type DeltaSource,
  encodeDelta,
  encodeSegment,
  SEGMENT_FORMAT,
} from '@app/wire';
import { nextChain, type SegmentCounts } from '../domain/chain.js';
import { crc32c } from '../domain/crc32c.js';
import { dayRanges } from '../domain/day-ranges.js';
import { buildRun } from '../domain/id-run.js';
import { type DictionaryRow, dictionaryBytes, quarantineBytes } from '../domain/row-digest.js';
import type { SegmentAppend } from '../storage/append-segment.js';
import { sha256 } from '../storage/shard-registry.js';
import type { NewRows, ShardMemory } from './shard-memory.js';
import type { OpenBatch } from './open-batch.js';

/** The append of a closed batch; its chain link follows the memory's, its rows the head's numbers. */
export function buildAppend(
  batch: OpenBatch,
  memory: ShardMemory,
  next: { readonly source: number; readonly series: number },
): SegmentAppend {
  const { events, quarantine } = batch;
  const { body, rawBytes } = encodeSegment({ messages: batch.messages, events }, memory);
  const lines = batch.fold.sorted() as DeltaLine[];
  const digests = Buffer.concat([
    sha256(body),
    sha256(dictionaryBytes(dictionaryRows(batch.added, next))),
    sha256(quarantineBytes(quarantine)),
  ]);
  const header = {
    shard: memory.shard,
    incarnation: memory.incarnation,
    seq: memory.nextSeq,
    firstOffset: batch.firstOffset,
    nextOffset: batch.nextOffset,
    counts: countsOf(batch),
    occurredMinUs: events.length === 0 ? null : BigInt(batch.occurredMinUs),
    occurredMaxUs: events.length === 0 ? null : BigInt(batch.occurredMaxUs),
    format: SEGMENT_FORMAT,
    rawBytes,
    digests,
  };
  return {
    ...header,
    previousChain: memory.chain,
    chain: nextChain(sha256, memory.chain, header),
    tail: tailOf(batch),
    occurredMin: isoOf(header.occurredMinUs),
    occurredMax: isoOf(header.occurredMaxUs),
    body,
    delta: {
      lines: lines.length,
      days: dayRanges(lines),
      body: encodeDelta(lines, trailerOf(batch, memory)),
    },
    newSources: batch.added.sources,
    newSeries: batch.added.series,
    seen: seenRows(batch, memory),
    idRun: batch.idEntries.length === 0 ? null : buildRun(batch.idEntries),
    quarantine,
  };
}

function dictionaryRows(
  added: NewRows,
  next: { readonly source: number; readonly series: number },
): DictionaryRow[] {
  return [
    ...added.sources.map((uri, i) => ({ kind: 'source' as const, no: next.source + i, uri })),
    ...added.series.map((row, i) => ({ kind: 'series' as const, no: next.series + i, ...row })),
  ];
}

function countsOf(batch: OpenBatch): SegmentCounts {
  return {
    records: batch.messages.length,
    events: batch.events.length,
    duplicates: batch.duplicates,
    quarantined: batch.quarantine.length,
    forwarded: batch.forwarded,
  };
}

function tailOf({ tail }: OpenBatch): SegmentAppend['tail'] {
  return tail && { offset: tail.offset, crc: crc32c(tail.value ?? Buffer.alloc(0)) };
}

function trailerOf(batch: OpenBatch, memory: ShardMemory): DeltaSource[] {
  return [...batch.activity]
    .sort(([a], [b]) => a - b)
    .map(([sourceNo, { events, maxChargeEnd }]) => ({
      sourceNo,
      events,
      maxChargeEnd,
      openGap: memory.sequences.openGap(memory.source(sourceNo)),
    }));
}

function seenRows(batch: OpenBatch, memory: ShardMemory): SegmentAppend['seen'] {
  return [...batch.seen].map(([{ source, epoch, chunk }, ranges]) => ({
    sourceNo: memory.sourceNo(source) ?? -1,
    epoch,
    chunk,
    seen: ranges.toString(),
  }));
}

function isoOf(us: bigint | null): string | null {
  if (us === null) return null;
  const seconds = us / 1_000_000n;
  const fraction = (us % 1_000_000n).toString().padStart(6, '0');
  return new Date(Number(seconds) * 1000).toISOString().replace('.000Z', `.${fraction}Z`);
}
