import type { DecodedEvent, SegmentEvent, SegmentMessage, UsageEvent } from '@app/wire';
import { CellFold } from '../domain/cell-fold.js';
import type { RunEntry } from '../domain/id-run.js';
import { RangeSet } from '../domain/range-set.js';
import type { QuarantineRow } from '../domain/row-digest.js';
import type { SequenceChunk } from '../domain/sequence-state.js';
import { identityOf, isCounted } from './identity.js';
import type { NewRows } from './shard-memory.js';

/** One Kafka record as the writer takes it. */
export interface LedgerRecord {
  readonly offset: bigint;
  readonly timestampMs: number;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, Buffer>>;
}

export interface DecodedRecord {
  readonly record: LedgerRecord;
  readonly entries: readonly DecodedEvent[];
}

/** What one source did in a batch. */
export interface SourceActivity {
  events: number;
  /** Day number; null without a `Usage` line of at most a day. */
  maxChargeEnd: number | null;
}

/** A segment while it fills: everything that its append will say. */
export class OpenBatch {
  nextOffset: bigint;
  readonly messages: SegmentMessage[] = [];
  readonly events: SegmentEvent[] = [];
  readonly fold = new CellFold();
  readonly added: NewRows = { sources: [], series: [] };
  readonly activity = new Map<number, SourceActivity>();
  readonly quarantine: QuarantineRow[] = [];
  readonly quarantinedBy = new Map<string, number>();
  /** Events whose home is another shard, by that shard. */
  readonly forwards = new Map<number, UsageEvent[]>();
  readonly idEntries: RunEntry[] = [];
  readonly seen = new Map<SequenceChunk, RangeSet>();
  duplicates = 0;
  forwarded = 0;
  bytes = 0;
  tail: { readonly offset: bigint; readonly value: Buffer | null } | null = null;
  occurredMinUs = Infinity;
  occurredMaxUs = -Infinity;
  /** Set when its segment is durable. */
  committed = false;
  private readonly ordinals = new Map<string, number>();
  private indexed = 0;

  constructor(
    readonly firstOffset: bigint,
    readonly openedAtMs: number,
  ) {
    this.nextOffset = firstOffset;
  }

  get decided(): number {
    return this.events.length + this.duplicates + this.quarantine.length + this.forwarded;
  }

  /** Notes a number that the shard now counts. */
  countSequence(chunk: SequenceChunk, low: number): void {
    let range = this.seen.get(chunk);
    if (range === undefined) this.seen.set(chunk, (range = new RangeSet()));
    range.add(low);
  }

  hasSequence(chunk: SequenceChunk, low: number): boolean {
    return this.seen.get(chunk)?.has(low) ?? false;
  }

  /** The event of this identity (source, epoch, sequence) that the batch accepted. */
  counted(identity: string): UsageEvent | undefined {
    // These are looked up for the rare hit only, so they are indexed when asked for.
    for (; this.indexed < this.events.length; this.indexed += 1) {
      const event = this.events[this.indexed]?.event;
      if (event !== undefined && isCounted(event)) {
        this.ordinals.set(identityOf(event), this.indexed);
      }
    }
    return this.opaque(identity);
  }

  /** The event of this opaque identity (source, id) that the batch accepted. */
  opaque(identity: string): UsageEvent | undefined {
    const ordinal = this.ordinals.get(identity);
    return ordinal === undefined ? undefined : this.events[ordinal]?.event;
  }

  /** Accepts an event; one without a sequence is found by its identity from now on. */
  accept(entry: SegmentEvent, opaqueIdentity: string | undefined): void {
    const ordinal = this.events.push(entry) - 1;
    if (opaqueIdentity !== undefined) this.ordinals.set(opaqueIdentity, ordinal);
  }

  forward(home: number, event: UsageEvent): void {
    const waiting = this.forwards.get(home);
    if (waiting === undefined) this.forwards.set(home, [event]);
    else waiting.push(event);
    this.forwarded += 1;
  }

  refuse(row: QuarantineRow, origin: string): void {
    this.quarantine.push(row);
    this.quarantinedBy.set(origin, (this.quarantinedBy.get(origin) ?? 0) + 1);
  }
}
