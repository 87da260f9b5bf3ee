import { type Consumer, type Producer, startConsumer, type TopicAdmin } from '@app/kafka';
import type { Clock, Database, Health } from '@app/platform';
import { listShards } from '@app/usage-ledger';
import type { LoggerService } from '@nestjs/common';
import { DeadLetterFollower } from './dead-letters/dead-letter-follower.js';
import type { IngestConfig } from './ingest.config.js';
import { CrashPoints } from './runtime/crash-points.js';
import { OffsetCommitter } from './runtime/offset-committer.js';
import { Probes } from './runtime/probes.js';
import { waitForSchema } from './runtime/wait-for-schema.js';
import { waitForTopic } from './runtime/wait-for-topic.js';
import { Forwarder } from './shards/forwarder.js';
import { ShardSessions } from './shards/shard-sessions.js';

export interface IngestParts {
  readonly config: IngestConfig;
  readonly clock: Clock;
  readonly logger: LoggerService;
  readonly health: Health;
  /** For facts. */
  readonly ledger: Database;
  /** For sums and copies. */
  readonly readModels: Database;
  readonly producer: Producer;
  readonly admin: TopicAdmin;
}

/** Kafka to usage ledger: holds the assigned partitions' shards from start to stop. */
export class Ingest {
  private readonly crashPoints: CrashPoints;
  private readonly sessions: ShardSessions;
  private readonly probes: Probes;
  private readonly ending = new AbortController();
  private consumer: Consumer | undefined;
  private committer: OffsetCommitter | undefined;

  /** @param onFatal called when only a new process can go on */
  constructor(
    private readonly parts: IngestParts,
    private readonly onFatal: (error: Error) => void,
  ) {
    const { config, ledger, readModels, producer, admin, health } = parts;
    const topic = config.USAGE_TOPIC;
    this.crashPoints = new CrashPoints(config.CRASH_POINT, config.NODE_ENV);
    this.sessions = new ShardSessions({
      topic,
      groupId: config.KAFKA_GROUP_ID,
      admin,
      readModels,
      onFatal,
      database: ledger,
      clock: parts.clock,
      logger: parts.logger,
      forwarder: new Forwarder(() => listShards(ledger), producer),
      deadLetters: new DeadLetterFollower(readModels, producer, admin, topic, this.crashPoints),
      crashPoints: this.crashPoints,
      consumer: () => this.consumer,
    });
    this.probes = new Probes(health, admin, readModels, this.sessions, topic);
  }

  /**
   * Waits for database and broker, then consumes.
   *
   * @throws ConfigError when the database has no usage ledger
   */
  async start(): Promise<void> {
    const { config, health, ledger, admin, logger } = this.parts;
    await waitForSchema(ledger, health, this.ending.signal);
    const partitions = await waitForTopic(admin, config.USAGE_TOPIC, health, this.ending.signal);
    if (partitions === undefined) return;
    this.consumer = await startConsumer({
      brokers: config.KAFKA_BROKERS,
      clientId: 'ledger-ingest',
      groupId: config.KAFKA_GROUP_ID,
      topic: config.USAGE_TOPIC,
      partitions,
      admin,
      logger,
      handler: this.sessions,
      onDeaf: this.onFatal,
    });
    this.committer = new OffsetCommitter(this.sessions, this.consumer, this.crashPoints, logger);
    this.committer.start();
    this.probes.start();
  }

  /** Takes nothing new, makes everything taken durable, tells Kafka, lets go. */
  async stop(): Promise<void> {
    this.ending.abort();
    this.probes.stop();
    this.committer?.stop();
    for (const { part } of this.sessions.all) this.consumer?.pause(part);
    await this.sessions.finish();
    await this.committer?.commit();
    await this.consumer?.stop();
    await this.parts.producer.close();
    await this.parts.admin.close();
    await this.parts.ledger.close();
    await this.parts.readModels.close();
  }
}
