import { setTimeout as delay } from 'node:timers/promises';
import { backOffMs, type Database, isOutage } from '@app/platform';
import { appendSegment, type SegmentAppend } from '../storage/append-segment.js';
import { ShardHaltedError, ShardMovedError } from './writer.errors.js';

export interface AppendWatch {
  /** The database is away (an error) or answers again (undefined). */
  outage(error: unknown): void;
  /** The process ends: give up waiting. */
  readonly signal: AbortSignal;
}

/**
 * Makes the same call again until its outcome is known: after a lost connection or reply it answers
 * DONE if it had been committed.
 *
 * @returns `recorded_at` of the segment
 * @throws ShardMovedError, ShardHaltedError
 */
export async function appendUntilKnown(
  database: Database,
  append: SegmentAppend,
  watch: AppendWatch,
): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { status, at, detail } = await appendSegment(database, append);
      watch.outage(undefined);
      switch (status) {
        case 'OK':
        case 'DONE':
          return at;
        case 'STALE':
        case 'OVERLAP':
          throw new ShardMovedError(append.shard, status, detail);
        case 'HALTED':
          throw new ShardHaltedError(append.shard, String(detail), append.nextOffset);
      }
    } catch (error) {
      if (!isOutage(error)) throw error;
      watch.outage(error);
      await delay(backOffMs(attempt, Math.random()), undefined, { signal: watch.signal });
    }
  }
}
