import type { Database } from '@app/platform';
import { decodeSegment, type SegmentDictionaries, type UsageEvent } from '@app/wire';
import { readSegment } from '../storage/segment-store.js';
import { identityOf } from './identity.js';

interface Decoded {
  readonly events: readonly UsageEvent[];
  byIdentity: Map<string, UsageEvent> | undefined;
}

const SEGMENTS_AT_MOST = 16;
const EVENTS_AT_MOST = 20_000;

/** Events of stored segments, decoded when asked for; the last few stay decoded. */
export class StoredSegments {
  private readonly cache = new Map<bigint, Decoded>();
  private held = 0;

  constructor(
    private readonly database: Database,
    private readonly shard: number,
    private readonly dictionaries: SegmentDictionaries,
  ) {}

  async eventAt(seq: bigint, ordinal: number): Promise<UsageEvent | undefined> {
    return (await this.decoded(seq)).events[ordinal];
  }

  async eventOf(seq: bigint, identity: string): Promise<UsageEvent | undefined> {
    const decoded = await this.decoded(seq);
    decoded.byIdentity ??= new Map(decoded.events.map((event) => [identityOf(event), event]));
    return decoded.byIdentity.get(identity);
  }

  private async decoded(seq: bigint): Promise<Decoded> {
    const cached = this.cache.get(seq);
    if (cached !== undefined) {
      this.cache.delete(seq);
      this.cache.set(seq, cached);
      return cached;
    }
    const row = await readSegment(this.database, this.shard, seq);
    if (row === undefined) throw new Error(`shard ${this.shard} has no segment ${seq}`);
    const { events } = decodeSegment(row.body, this.dictionaries, row.rawBytes);
    const decoded = { events: events.map(({ event }) => event), byIdentity: undefined };
    this.cache.set(seq, decoded);
    this.held += decoded.events.length;
    this.evict();
    return decoded;
  }

  private evict(): void {
    for (const [seq, { events }] of this.cache) {
      const fits = this.cache.size <= SEGMENTS_AT_MOST && this.held <= EVENTS_AT_MOST;
      if (fits || this.cache.size === 1) return;
      this.cache.delete(seq);
      this.held -= events.length;
    }
  }
}
