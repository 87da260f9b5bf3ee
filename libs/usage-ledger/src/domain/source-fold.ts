import { dayOfInstant } from '@app/calendar';
import type { SourceFreshness, SourceTrailer } from './ledger.types.js';

interface Folded {
  readonly freshness: SourceFreshness;
  /** Greatest charge end so far, also of segments with an open gap. */
  readonly reached: string | null;
}

/**
 * Folds the trailers of one shard's segments, in order, into what each source is complete to.
 *
 * Watermark = greatest charge end so far, cut to `recorded_at`, rounded down to a day, as of the
 * last segment without an open gap; it never falls.
 */
export class SourceFold {
  private readonly sources = new Map<string, Folded>();

  constructor(private readonly shard: number) {}

  /** @param recordedAt of the segment, ISO 8601 in UTC */
  add(trailers: readonly SourceTrailer[], recordedAt: string): void {
    for (const trailer of trailers) this.addOne(trailer, recordedAt);
  }

  list(): SourceFreshness[] {
    return [...this.sources.values()].map(({ freshness }) => freshness);
  }

  private addOne(
    { source, events, maxChargeEnd, openGap }: SourceTrailer,
    recordedAt: string,
  ): void {
    const before = this.sources.get(source);
    const reached = later(before?.reached ?? null, maxChargeEnd);
    const complete = openGap ? null : earlier(reached, dayOfInstant(recordedAt));
    const freshness: SourceFreshness = {
      source,
      shard: this.shard,
      events: (before?.freshness.events ?? 0n) + BigInt(events),
      watermark: later(before?.freshness.watermark ?? null, complete),
      lastRecordedAt: recordedAt,
      openGap,
    };
    this.sources.set(source, { freshness, reached });
  }
}

// Days of four-digit years sort like their texts.
function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

function earlier(a: string | null, b: string): string | null {
  return a !== null && a < b ? a : a && b;
}
