import type { LoggerService } from '@nestjs/common';
import { DeafConsumerError } from './kafka.errors.js';
import type { TopicAdmin } from './topic-admin.js';

export interface WatchdogOptions {
  readonly topic: string;
  readonly admin: Pick<TopicAdmin, 'offsets'>;
  readonly logger?: LoggerService;
  readonly paused: () => readonly number[];
  readonly onDeaf: (error: DeafConsumerError) => void;
  /** Milliseconds of a monotonic clock. */
  readonly now?: () => number;
}

const CHECK_MS = 5_000;
const SILENCE_MS = 30_000;
const RESTART_WINDOW_MS = 10 * 60_000;
const RESTARTS_AT_MOST = 5;

/**
 * Notices a consumer that can only be cured by a new process: it crashed for good, it restarts again
 * and again although the broker answers, or it delivers nothing for 30 s while records wait and
 * nothing is paused. A broker that is away is none of these.
 */
export class Watchdog {
  private readonly positions = new Map<number, bigint>();
  private held: readonly number[] = [];
  private readonly restarts: number[] = [];
  private readonly now: () => number;
  private lastProgress: number;
  private timer: NodeJS.Timeout | undefined;
  private barked = false;

  constructor(private readonly options: WatchdogOptions) {
    this.now = options.now ?? (() => performance.now());
    this.lastProgress = this.now();
  }

  start(): void {
    this.timer = setInterval(() => void this.check(), CHECK_MS);
    this.timer.unref();
  }

  stop(): void {
    this.barked = true;
    clearInterval(this.timer);
  }

  touch(): void {
    this.lastProgress = this.now();
  }

  assigned(partitions: readonly number[]): void {
    this.held = partitions;
    this.touch();
  }

  /** The position was set, which delivers nothing yet. */
  moved(partition: number, offset: bigint): void {
    this.positions.set(partition, offset);
  }

  progressed(partition: number, nextOffset: bigint): void {
    this.positions.set(partition, nextOffset);
    this.touch();
  }

  dead(cause: Error): void {
    this.bark(`crashed for good: ${cause.message}`, cause);
  }

  restarted(cause: Error): void {
    const now = this.now();
    while (this.restarts[0] !== undefined && this.restarts[0] < now - RESTART_WINDOW_MS) {
      this.restarts.shift();
    }
    // Without a broker kafkajs restarts every few seconds; that is waiting, not failing.
    void this.waiting().then((lag) => {
      if (lag === null) return;
      this.restarts.push(now);
      if (this.restarts.length > RESTARTS_AT_MOST) {
        this.bark(`restarted ${this.restarts.length} times in 10 minutes`, cause);
      }
    });
  }

  /** One look; `start` takes one every 5 s. */
  async check(): Promise<void> {
    if (this.barked || this.now() - this.lastProgress < SILENCE_MS) return;
    const lag = await this.waiting();
    if (lag === null || lag === 0n) return;
    if (this.now() - this.lastProgress < SILENCE_MS) return;
    this.bark(`no progress for 30 s while ${lag} records wait`);
  }

  /** Records that wait in held partitions that are not paused; null while the broker is away. */
  private async waiting(): Promise<bigint | null> {
    const ranges = await this.options.admin.offsets(this.options.topic).catch(() => null);
    if (ranges === null) return null;
    const paused = this.options.paused();
    return this.held
      .filter((partition) => !paused.includes(partition))
      .map((partition) => {
        const { low = 0n, high = 0n } = ranges.get(partition) ?? {};
        const position = this.positions.get(partition) ?? low;
        return high > position ? high - position : 0n;
      })
      .reduce((sum, lag) => sum + lag, 0n);
  }

  private bark(detail: string, cause?: Error): void {
    if (this.barked) return;
    this.stop();
    this.options.onDeaf(new DeafConsumerError(`consumer ${detail}`, { cause }));
  }
}
