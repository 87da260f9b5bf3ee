import { setTimeout as pause } from 'node:timers/promises';
import { type AttainmentBook, type BookLoader, type CommitmentState } from '@app/commitments';
import { type Clock, type Lease } from '@app/platform';
import { Flusher, type FlushParts } from './flush/flusher.js';
import { foldDuration } from './monitor.metrics.js';
import { type Poller } from './poller.js';
import { type Reporter } from './reporter.js';
import { type Settling } from './settling/settling.js';

const POLL_MS = 50;
/** At most ten flushes a second. */
const FLUSH_GAP_MS = 100;
/** Rules on the wall clock are looked at so often. */
const TIMER_MS = 1_000;
/** A flush that takes long leaves as much time again to everybody else. */
const PATIENCE = 2;

/** What one time of holding the lease needs. */
export interface TenureParts extends FlushParts {
  readonly loader: BookLoader;
  readonly poller: Poller;
  readonly clock: Clock;
  readonly reporter: Reporter;
  readonly lease: Lease;
  readonly settling: Settling;
}

/** One time of holding the lease: loads everything, then follows the ledger until it is stopped. */
export class Tenure {
  private gapMs = FLUSH_GAP_MS;
  private flushedAt = -Infinity;

  constructor(
    private readonly parts: TenureParts,
    private readonly fence: bigint,
  ) {}

  /**
   * Runs until `signal` aborts. An error ends it: the next tenure loads again, so an unknown outcome
   * is settled by what the database holds.
   *
   * @throws FenceLostError when another monitor has taken over
   */
  async run(signal: AbortSignal): Promise<void> {
    const { loader, poller, reporter } = this.parts;
    const flusher = await Flusher.takeOver(this.parts, this.fence);
    let book = await loader.current();
    let pending = true;
    while (!signal.aborted) {
      if (this.isDue(pending)) pending = !(await this.round(flusher, book));
      await pause(POLL_MS, undefined, { signal }).catch(() => undefined);
      if (isOver(signal)) return;
      pending = (await poller.poll(book)) || pending;
      if (book.isOutdated) book = await loader.current();
      reporter.polled();
    }
  }

  private isDue(pending: boolean): boolean {
    const sinceMs = performance.now() - this.flushedAt;
    return sinceMs >= (pending ? this.gapMs : TIMER_MS);
  }

  /** False when the flush has to be done again. */
  private async round(flusher: Flusher, book: AttainmentBook): Promise<boolean> {
    const now = this.parts.clock.now();
    const states = await this.flush(flusher, book, now);
    if (states !== null) await this.parts.settling.run(states, this.fence, now);
    return states !== null;
  }

  /** Null when it has to be done again. */
  private async flush(
    flusher: Flusher,
    book: AttainmentBook,
    now: Date,
  ): Promise<readonly CommitmentState[] | null> {
    const { reporter } = this.parts;
    const startedAt = performance.now();
    try {
      const states = await flusher.flush(book, now);
      reporter.flushed(states, book.address, now);
      return states;
    } catch (error) {
      // Somebody acknowledged an alert meanwhile: the next round decides on the newer state.
      if (!isVersionConflict(error)) throw error;
      return null;
    } finally {
      this.flushedAt = performance.now();
      const tookMs = this.flushedAt - startedAt;
      foldDuration.observe(tookMs / 1_000);
      this.gapMs = Math.max(FLUSH_GAP_MS, PATIENCE * tookMs);
    }
  }
}

/** Whether a signal has aborted meanwhile; the compiler believes an earlier look for ever. */
export function isOver(signal: AbortSignal): boolean {
  return signal.aborted;
}

function isVersionConflict(error: unknown): boolean {
  return error instanceof Error && (error as { code?: unknown }).code === 'version-conflict';
}
