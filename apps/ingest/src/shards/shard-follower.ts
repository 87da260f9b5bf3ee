import { setTimeout as delay } from 'node:timers/promises';
import { isOutage } from '@app/platform';
import { BucketProjector, type CommittedSegment } from '@app/usage-ledger';
import { metrics } from '../runtime/ingest-metrics.js';
import type { SessionPorts } from './session-ports.js';

const FLUSH_MS = 150;
const RETRY_MS = 1_000;

/** Carries what one shard has committed into its sums and, if quarantined, to the dead-letter topic. */
export class ShardFollower {
  private readonly projector: BucketProjector;
  private target = 0n;
  private deadLettersDue = true;
  private changedAtMs = 0;

  constructor(
    private readonly ports: SessionPorts,
    readonly shard: number,
    private readonly part: number,
    private readonly signal: AbortSignal,
  ) {
    this.projector = new BucketProjector(ports.readModels, shard);
  }

  /** The shard stands at segment `seq`: sums and copies may be behind. */
  start(seq: bigint): void {
    this.target = seq;
    this.deadLettersDue = true;
  }

  committed(segment: CommittedSegment): void {
    if (this.projector.reached === this.target) this.changedAtMs = this.nowMs();
    this.projector.add(segment);
    this.target = segment.seq;
    this.deadLettersDue ||= segment.counts.quarantined > 0;
  }

  /** Runs until the signal; each failure is tried again, because the database holds what is missing. */
  async run(): Promise<void> {
    let failing = false;
    while (!this.signal.aborted) {
      let pause = FLUSH_MS;
      try {
        await this.follow();
        failing = false;
      } catch (error) {
        // What does not pass by itself (a sum beyond 20 digits) a person must know, once.
        if (!failing && !isOutage(error)) {
          this.ports.logger.error(`shard ${this.shard}: read models stand still: ${String(error)}`);
          failing = true;
        }
        pause = RETRY_MS;
      }
      await delay(pause, undefined, { signal: this.signal }).catch(() => undefined);
    }
  }

  /** Once more at the end, so that nothing waits for the next process. */
  async finish(): Promise<void> {
    await this.follow().catch(() => undefined);
  }

  private async follow(): Promise<void> {
    const { target } = this;
    if (this.projector.reached !== target) {
      await this.projector.flush(target);
      metrics.readModelLag('bucket', 0);
    }
    if (this.target !== target) {
      metrics.readModelLag('bucket', (this.nowMs() - this.changedAtMs) / 1000);
    }
    if (!this.deadLettersDue) return;
    this.deadLettersDue = false;
    try {
      await this.ports.deadLetters.follow(this.shard, this.part);
    } catch (error) {
      this.deadLettersDue = true;
      throw error;
    }
  }

  private nowMs(): number {
    return this.ports.clock.now().getTime();
  }
}
