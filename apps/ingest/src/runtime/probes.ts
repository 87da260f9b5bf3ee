import type { TopicAdmin } from '@app/kafka';
import type { Database, Health } from '@app/platform';
import { UsageLedgerReader } from '@app/usage-ledger';
import type { ShardSessions } from '../shards/shard-sessions.js';
import { metrics } from './ingest-metrics.js';

const EVERY_MS = 1_000;
const QUARANTINE_EVERY = 15;

/** Looks once a second whether broker, database and shards are well; `/readyz` says what is not. */
export class Probes {
  private timer: NodeJS.Timeout | undefined;
  private running = false;
  private looks = 0;

  constructor(
    private readonly health: Health,
    private readonly admin: TopicAdmin,
    private readonly database: Database,
    private readonly sessions: ShardSessions,
    private readonly topic: string,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.look(), EVERY_MS);
    this.timer.unref();
    void this.look();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    if (this.running) return;
    this.running = true;
    try {
      await Promise.all([this.lookAtKafka(), this.lookAtDatabase()]);
      this.lookAtShards();
    } finally {
      this.running = false;
    }
  }

  private async lookAtKafka(): Promise<void> {
    try {
      const ranges = await this.admin.offsets(this.topic);
      for (const { part, durableOffset, status } of this.sessions.all) {
        const high = ranges.get(part)?.high;
        if (high === undefined || durableOffset === undefined || status.shard === undefined)
          continue;
        metrics.lag(status.shard, high > durableOffset ? high - durableOffset : 0n);
      }
      this.health.set('kafka', true);
    } catch (error) {
      this.health.set('kafka', false, String(error));
    }
  }

  private async lookAtDatabase(): Promise<void> {
    try {
      await this.database.query('select 1');
      this.health.set('database', true);
      this.looks += 1;
      if (this.looks % QUARANTINE_EVERY !== 1) return;
      const counts = await new UsageLedgerReader(this.database).quarantineCounts();
      metrics.quarantineOpen(Number([...counts.values()].reduce((sum, n) => sum + n, 0n)));
    } catch (error) {
      this.health.set('database', false, String(error));
    }
  }

  private lookAtShards(): void {
    const bad = this.sessions.all.filter(({ status }) => status.state !== 'running');
    const detail = bad.map(({ part, status }) => {
      const why = status.detail === '' ? '' : `: ${status.detail}`;
      return `partition ${part} is ${status.state}${why}`;
    });
    this.health.set('shards', bad.length === 0, detail.join('; '));
  }
}
