import {
  canonicalEvent,
  eventCell,
  type ReasonCode,
  REASONS,
  type RefusedEvent,
  type UsageEvent,
} from '@app/wire';
import { idHash } from '../domain/id-hash.js';
import { placeOf } from '../domain/sequence-state.js';
import { chargeEndDay, occurredUs } from './event-times.js';
import { type CountedEvent, identityOf, isCounted } from './identity.js';
import type { KnownEvents } from './known-events.js';
import type { DecodedRecord, LedgerRecord, OpenBatch } from './open-batch.js';
import { detailText } from './quarantine-detail.js';
import { quarantinedSequence } from './quarantined-sequence.js';
import { sameContent } from './same-content.js';
import type { ShardMemory } from './shard-memory.js';

interface Place {
  readonly record: LedgerRecord;
  readonly ord: number;
  /** The event stands alone in its record, so that the record's bytes are its own. */
  readonly alone: boolean;
}

/**
 * Decides what becomes of each event of a record, in order: accepted, duplicate, quarantined or
 * forwarded. Exact as long as memory equals the database.
 */
export class EventJudge {
  constructor(
    private readonly memory: ShardMemory,
    private readonly homeOf: (source: string) => number,
  ) {}

  /**
   * @param known stored events with the identities of this record's events
   * @param pending batches that are not stored yet, the open one first
   */
  judge(
    { record, entries }: DecodedRecord,
    batch: OpenBatch,
    pending: readonly OpenBatch[],
    known: KnownEvents,
  ): void {
    const before = batch.events.length;
    const alone = entries.length === 1;
    entries.forEach((entry, ord) => {
      const place = { record, ord, alone };
      if (!entry.ok) this.refuse(batch, entry, place);
      else if (this.homeOf(entry.event.source) !== this.memory.shard) {
        batch.forward(this.homeOf(entry.event.source), entry.event);
      } else if (isCounted(entry.event))
        this.judgeCounted(entry.event, place, batch, pending, known);
      else this.judgeOpaque(entry.event, place, batch, pending, known);
    });
    batch.messages.push({
      offset: record.offset,
      lane: 'C',
      events: batch.events.length - before,
      timestampMs: record.timestampMs,
    });
    batch.bytes += record.value?.length ?? 0;
    batch.nextOffset = record.offset + 1n;
    batch.tail = { offset: record.offset, value: record.value };
  }

  private judgeCounted(
    event: CountedEvent,
    place: Place,
    batch: OpenBatch,
    pending: readonly OpenBatch[],
    known: KnownEvents,
  ): void {
    const { sequences } = this.memory;
    const { chunk: number, low } = placeOf(event.sequence);
    const chunk = sequences.chunkOf(event.source, event.epoch, number);
    switch (sequences.verdict(chunk, low)) {
      case 'new':
        sequences.count(chunk, low);
        batch.countSequence(chunk, low);
        this.accept(event, batch, undefined);
        return;
      case 'fragmented':
        this.refuseEvent(batch, event, 'sequence-fragmented', place);
        return;
      case 'seen':
        this.compare(event, place, batch, firstCounted(identityOf(event), pending, known));
    }
  }

  private judgeOpaque(
    event: UsageEvent,
    place: Place,
    batch: OpenBatch,
    pending: readonly OpenBatch[],
    known: KnownEvents,
  ): void {
    const identity = identityOf(event);
    const first = firstOpaque(identity, pending, known);
    if (first !== undefined) this.compare(event, place, batch, first);
    else this.accept(event, batch, identity);
  }

  private compare(
    event: UsageEvent,
    place: Place,
    batch: OpenBatch,
    first: UsageEvent | undefined,
  ): void {
    if (first === undefined) {
      throw new Error(
        `shard ${this.memory.shard}: ${event.source} ${event.id} was counted nowhere`,
      );
    }
    if (sameContent(first, event)) batch.duplicates += 1;
    else this.refuseEvent(batch, event, 'conflict', place, canonicalEvent(first));
  }

  private accept(event: UsageEvent, batch: OpenBatch, opaqueIdentity: string | undefined): void {
    const sourceNo = this.memory.internSource(event.source, batch.added);
    const seriesNo = this.memory.internSeries(event, batch.added);
    if (opaqueIdentity !== undefined) {
      const hash = idHash(this.memory.idKey, sourceNo, event.id);
      batch.idEntries.push({ hash, ordinal: batch.events.length });
    }
    batch.accept({ sourceNo, seriesNo, event }, opaqueIdentity);
    batch.fold.add(seriesNo, eventCell(event));
    const occurred = occurredUs(event);
    batch.occurredMinUs = Math.min(batch.occurredMinUs, occurred);
    batch.occurredMaxUs = Math.max(batch.occurredMaxUs, occurred);
    noteActivity(batch, sourceNo, chargeEndDay(event));
  }

  private refuseEvent(
    batch: OpenBatch,
    event: UsageEvent,
    code: ReasonCode,
    place: Place,
    recorded?: string,
  ): void {
    const { source, id } = event;
    const raw = (place.alone ? place.record.value : null) ?? Buffer.from(canonicalEvent(event));
    const message = REASONS[code];
    const detail = { pointer: '', message, source, id, ...(recorded && { recorded }) };
    this.quarantine(batch, { code, raw, detail: detailText(detail) }, place, source);
  }

  private refuse(batch: OpenBatch, refused: RefusedEvent, place: Place): void {
    const { code, pointer, detail: message, source, id, raw } = refused;
    const origin = source ?? place.record.key?.toString('utf8') ?? '';
    const detail = detailText({ pointer, message, source, id });
    this.quarantine(batch, { code, raw, detail }, place, origin);
  }

  private quarantine(
    batch: OpenBatch,
    row: { readonly code: string; readonly raw: Buffer; readonly detail: string },
    { record, ord }: Place,
    origin: string,
  ): void {
    batch.refuse({ offset: record.offset, ord, ...row }, origin);
    // Judged by the stored bytes, so that a reload and `verify` come to the same gaps.
    const sequence = quarantinedSequence(row.raw);
    if (sequence === undefined) return;
    const { source, epoch } = sequence;
    this.memory.sequences.excuse(source, epoch, placeOf(sequence.sequence));
    const sourceNo = this.memory.sourceNo(source);
    if (sourceNo !== undefined) noteActivity(batch, sourceNo, null, 0);
  }
}

function firstCounted(
  identity: string,
  pending: readonly OpenBatch[],
  known: KnownEvents,
): UsageEvent | undefined {
  for (const batch of pending) {
    const event = batch.counted(identity);
    if (event !== undefined) return event;
  }
  return known.get(identity);
}

function firstOpaque(
  identity: string,
  pending: readonly OpenBatch[],
  known: KnownEvents,
): UsageEvent | undefined {
  for (const batch of pending) {
    const event = batch.opaque(identity);
    if (event !== undefined) return event;
  }
  return known.get(identity);
}

function noteActivity(
  batch: OpenBatch,
  sourceNo: number,
  chargeEnd: number | null,
  events = 1,
): void {
  const activity = batch.activity.get(sourceNo);
  if (activity === undefined) {
    batch.activity.set(sourceNo, { events, maxChargeEnd: chargeEnd });
    return;
  }
  activity.events += events;
  if (chargeEnd !== null) {
    activity.maxChargeEnd = Math.max(activity.maxChargeEnd ?? chargeEnd, chargeEnd);
  }
}
