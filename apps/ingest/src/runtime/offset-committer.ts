import type { LoggerService } from '@nestjs/common';
import type { Consumer } from '@app/kafka';
import type { ShardSessions } from '../shards/shard-sessions.js';
import type { CrashPoints } from './crash-points.js';

const EVERY_MS = 5_000;

/**
 * Tells Kafka every 5 s what is durable: for lag displays, and as a witness that PostgreSQL did not
 * go back. Nothing rests on it.
 */
export class OffsetCommitter {
  private readonly told = new Map<number, bigint>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly sessions: ShardSessions,
    private readonly consumer: Consumer,
    private readonly crashPoints: CrashPoints,
    private readonly logger: LoggerService,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.commit(), EVERY_MS);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  async commit(): Promise<void> {
    const news = [...this.sessions.durableOffsets()].filter(
      ([part, offset]) => this.told.get(part) !== offset,
    );
    if (news.length === 0) return;
    try {
      await this.consumer.commit(new Map(news));
      for (const [part, offset] of news) this.told.set(part, offset);
      this.crashPoints.pass('after_kafka_commit');
    } catch (error) {
      // During a rebalance or without a broker: the hint stays older, which is allowed.
      this.logger.debug?.(`offsets not committed: ${String(error)}`);
    }
  }
}
