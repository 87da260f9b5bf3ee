import type { SourceFreshness } from '@app/usage-ledger';
import type { Source } from '@app/wire';
import type { Slice } from '../request/cursor.js';

/** A slice of the sources in the order of their names, and the name to go on after. */
export function sourceRows(
  sources: readonly SourceFreshness[],
  { limit, after = '' }: Slice,
): { data: Source[]; next: string | null } {
  const rest = sources
    .filter(({ source }) => source > after)
    .sort((a, b) => (a.source < b.source ? -1 : 1));
  const data = rest.slice(0, limit).map(({ source, shard, events, ...freshness }) => ({
    source,
    shard,
    events: events.toString(),
    watermark: freshness.watermark,
    lastRecordedAt: freshness.lastRecordedAt,
    openGap: freshness.openGap,
  }));
  return { data, next: rest.length > limit ? (data.at(-1)?.source ?? null) : null };
}
