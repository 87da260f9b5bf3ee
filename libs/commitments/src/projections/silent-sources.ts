import { type SourceFreshness } from '@app/usage-ledger';

/** Twice the least cadence of a stream: one that says nothing for longer is silent (R10). */
const STREAM_SILENT_AFTER_MS = 2 * 15 * 60_000;

/** Sources that should have reported by `now` and did not, in byte order of their names. */
export function silentSources(sources: readonly SourceFreshness[], now: Date): string[] {
  return sources
    .filter(
      ({ lastRecordedAt }) => now.getTime() - Date.parse(lastRecordedAt) > STREAM_SILENT_AFTER_MS,
    )
    .map(({ source }) => source)
    .sort();
}
