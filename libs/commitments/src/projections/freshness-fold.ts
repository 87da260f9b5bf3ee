import { type Day, dayOfInstant } from '@app/calendar';
import { type SegmentDelta, type SourceFreshness } from '@app/usage-ledger';
import { laterOf } from './ledger-address.js';

/**
 * Watermark of each source: the greatest charge end so far, cut to the recorded time and rounded
 * down to a day, as of the last segment that left no sequence gap open (ledger.md section 5).
 */
export class FreshnessFold {
  private readonly sources = new Map<string, SourceFreshness>();

  constructor(known: readonly SourceFreshness[]) {
    for (const freshness of known) this.sources.set(freshness.source, freshness);
  }

  /** Takes in what the next segment of a shard says about its sources. */
  apply({
    shard,
    recordedAt,
    sources,
  }: Pick<SegmentDelta, 'shard' | 'recordedAt' | 'sources'>): void {
    for (const { source, events, maxChargeEnd, openGap } of sources) {
      const before = this.sources.get(source);
      const reached = later(before?.reached ?? null, maxChargeEnd);
      const complete = openGap ? null : earlier(reached, dayOfInstant(recordedAt));
      this.sources.set(source, {
        source,
        shard,
        events: (before?.events ?? 0n) + BigInt(events),
        watermark: later(before?.watermark ?? null, complete),
        reached,
        lastRecordedAt: laterOf(before?.lastRecordedAt ?? null, recordedAt) ?? recordedAt,
        openGap,
      });
    }
  }

  get(source: string): SourceFreshness | undefined {
    return this.sources.get(source);
  }
}

// Days of four-digit years sort like their texts.
function later(one: Day | null, other: Day | null): Day | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

function earlier(one: Day | null, limit: Day): Day | null {
  return one !== null && one > limit ? limit : one;
}
