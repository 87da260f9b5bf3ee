import { dayOfInstant } from '@app/calendar';
import type { SourceFreshness, SourceTrailer } from './ledger.types.js';

/**
 * Folds the trailers of one shard's segments, in order, into what each source is complete to.
 *
 * Watermark = greatest charge end so far, cut to `recorded_at`, rounded down to a day, as of the
 * last segment without an open gap; it never falls.
 */
export class SourceFold {
  private readonly sources = new Map<string, SourceFreshness>();

  constructor(private readonly shard: number) {}

  /** @param recordedAt of the segment, ISO 8601 in UTC */
  add(trailers: readonly SourceTrailer[], recordedAt: string): void {
    for (const trailer of trailers) this.addOne(trailer, recordedAt);
  }

  list(): SourceFreshness[] {
    return [...this.sources.values()];
  }

  private addOne(
    { source, events, maxChargeEnd, openGap }: SourceTrailer,
    recordedAt: string,
  ): void {
    const before = this.sources.get(source);
    const reached = later(before?.reached ?? null, maxChargeEnd);
    const complete = openGap ? null : earlier(reached, dayOfInstant(recordedAt));
    this.sources.set(source, {
      source,
      shard: this.shard,
      events: (before?.events ?? 0n) + BigInt(events),
      watermark: later(before?.watermark ?? null, complete),
      reached,
      lastRecordedAt: recordedAt,
      openGap,
    });
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
