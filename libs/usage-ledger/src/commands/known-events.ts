import type { UsageEvent } from '@app/wire';
import type { Database } from '@app/platform';
import { idHash } from '../domain/id-hash.js';
import { placeOf } from '../domain/sequence-state.js';
import { findSpans } from '../storage/segment-store.js';
import { type CountedEvent, identityOf, isCounted } from './identity.js';
import type { OpenBatch } from './open-batch.js';
import type { ShardMemory } from './shard-memory.js';
import type { StoredSegments } from './stored-segments.js';

/** Stored events by identity: what events that come again are compared with. */
export type KnownEvents = ReadonlyMap<string, UsageEvent>;

const NONE: KnownEvents = new Map();

/**
 * Finds, before events are judged, the stored events with the same identities. Most events need no
 * look-up: their number was never counted, or no filter knows their id.
 */
export class KnownEventFinder {
  constructor(
    private readonly database: Database,
    private readonly memory: ShardMemory,
    private readonly stored: StoredSegments,
  ) {}

  /** @param batches not yet stored: what they hold is compared in memory */
  async find(events: readonly UsageEvent[], batches: readonly OpenBatch[]): Promise<KnownEvents> {
    const counted: CountedEvent[] = [];
    const opaque: UsageEvent[] = [];
    for (const event of events) {
      if (this.memory.sourceNo(event.source) === undefined) continue;
      if (!isCounted(event)) opaque.push(event);
      else if (this.isStored(event, batches)) counted.push(event);
    }
    if (counted.length === 0 && opaque.length === 0) return NONE;
    const found = new Map<string, UsageEvent>();
    if (counted.length > 0) await this.findCounted(counted, found);
    await this.findOpaque(opaque, batches, found);
    return found;
  }

  private isStored(event: CountedEvent, batches: readonly OpenBatch[]): boolean {
    const { chunk: number, low } = placeOf(event.sequence);
    const chunk = this.memory.sequences.chunkOf(event.source, event.epoch, number);
    return chunk.seen.has(low) && !batches.some((batch) => batch.hasSequence(chunk, low));
  }

  private async findCounted(
    events: readonly CountedEvent[],
    found: Map<string, UsageEvent>,
  ): Promise<void> {
    const keys = events.map(({ source, epoch, sequence }) => ({
      sourceNo: this.memory.sourceNo(source) ?? -1,
      epoch,
      sequence,
    }));
    const spans = await findSpans(this.database, this.memory.shard, keys);
    // Segment by segment, so that each is decoded once.
    spans.sort((a, b) => Number((a.seqs[0] ?? 0n) - (b.seqs[0] ?? 0n)));
    for (const span of spans) {
      const source = this.memory.source(span.sourceNo);
      const identity = `${source}\0${span.epoch}\0${span.sequence}`;
      for (const seq of span.seqs) {
        const event = await this.stored.eventOf(seq, identity);
        if (event === undefined) continue;
        found.set(identity, event);
        break;
      }
      if (!found.has(identity)) {
        throw new Error(`shard ${this.memory.shard} counts ${span.sequence} of ${source} nowhere`);
      }
    }
  }

  private async findOpaque(
    events: readonly UsageEvent[],
    batches: readonly OpenBatch[],
    found: Map<string, UsageEvent>,
  ): Promise<void> {
    for (const event of events) {
      const identity = identityOf(event);
      if (batches.some((batch) => batch.opaque(identity) !== undefined)) continue;
      const sourceNo = this.memory.sourceNo(event.source) ?? -1;
      const hash = idHash(this.memory.idKey, sourceNo, event.id);
      const candidates = this.memory.ids.candidates(hash);
      if (candidates.length === 0) continue;
      for (const { seq, ordinal } of await this.memory.ids.find(hash, candidates)) {
        const stored = await this.stored.eventAt(seq, ordinal);
        // A hash may collide; an identity does not.
        if (stored !== undefined && identityOf(stored) === identity) found.set(identity, stored);
      }
    }
  }
}
