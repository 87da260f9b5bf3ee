import type { Database } from '@app/platform';
import {
  type OpenSegment,
  openSegment,
  type SegmentDictionaries,
  type UsageEvent,
} from '@app/wire';
import { readSegment } from '../storage/segment-store.js';
import { identityOf } from './identity.js';

interface Opened {
  readonly segment: OpenSegment;
  /** Ordinals by identity; made when the first event is looked up by it. */
  ordinals: Map<string, number> | undefined;
}

const SEGMENTS_AT_MOST = 256;
/** Columns of an event take about 300 bytes, its identity's entry as many again. */
const EVENTS_AT_MOST = 200_000;

/** Events of stored segments, put together when asked for; the last segments stay open. */
export class StoredSegments {
  private readonly cache = new Map<bigint, Opened>();
  private held = 0;

  constructor(
    private readonly database: Database,
    private readonly shard: number,
    private readonly dictionaries: SegmentDictionaries,
  ) {}

  async eventAt(seq: bigint, ordinal: number): Promise<UsageEvent | undefined> {
    const { segment } = await this.opened(seq);
    return ordinal < segment.count ? segment.event(ordinal).event : undefined;
  }

  /** @param identity of an event that has a sequence number */
  async eventOf(seq: bigint, identity: string): Promise<UsageEvent | undefined> {
    const opened = await this.opened(seq);
    opened.ordinals ??= ordinalsOf(opened.segment);
    const ordinal = opened.ordinals.get(identity);
    return ordinal === undefined ? undefined : opened.segment.event(ordinal).event;
  }

  private async opened(seq: bigint): Promise<Opened> {
    const cached = this.cache.get(seq);
    if (cached !== undefined) {
      this.cache.delete(seq);
      this.cache.set(seq, cached);
      return cached;
    }
    const row = await readSegment(this.database, this.shard, seq);
    if (row === undefined) throw new Error(`shard ${this.shard} has no segment ${seq}`);
    const segment = openSegment(row.body, this.dictionaries, row.rawBytes);
    const opened = { segment, ordinals: undefined };
    this.cache.set(seq, opened);
    this.held += segment.count;
    this.evict();
    return opened;
  }

  private evict(): void {
    for (const [seq, { segment }] of this.cache) {
      const fits = this.cache.size <= SEGMENTS_AT_MOST && this.held <= EVENTS_AT_MOST;
      if (fits || this.cache.size === 1) return;
      this.cache.delete(seq);
      this.held -= segment.count;
    }
  }
}

function ordinalsOf({ count, identity }: OpenSegment): Map<string, number> {
  return new Map(Array.from({ length: count }, (_, i) => [identityOf(identity(i)), i]));
}
