import { setTimeout as delay } from 'node:timers/promises';

export interface WaitOptions {
  /** How long to try, in milliseconds. */
  readonly deadlineMs: number;
  /** Pause between two tries, in milliseconds. */
  readonly everyMs?: number;
}

/**
 * Calls the probe until it answers something other than undefined or false, and returns that.
 * A probe that throws counts as "not yet"; its last error becomes the cause of the time-out.
 *
 * @throws Error naming what was waited for, when the deadline passes
 */
export async function waitUntil<T>(
  what: string,
  probe: () => Promise<T | undefined | false> | T | undefined | false,
  { deadlineMs, everyMs = 50 }: WaitOptions,
): Promise<T> {
  const end = performance.now() + deadlineMs;
  let cause: unknown;
  for (;;) {
    try {
      const answer = await probe();
      if (answer !== undefined && answer !== false) return answer;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    if (performance.now() >= end) {
      const detail = cause instanceof Error ? `: ${cause.message}` : '';
      throw new Error(`${what}: not within ${deadlineMs} ms${detail}`, { cause });
    }
    await delay(everyMs);
  }
}
