import { setTimeout as delay } from 'node:timers/promises';
import { isBrokerOutage, type PartitionBatch } from '@app/kafka';
import { backOffMs, isOutage } from '@app/platform';
import {
  appendUntilKnown,
  type CommittedSegment,
  HaltRule,
  haltShard,
  readHalt,
  type SegmentAppend,
  ShardHaltedError,
  ShardMovedError,
  ShardWriter,
  type WriterPorts,
} from '@app/usage-ledger';
import { metrics } from '../runtime/ingest-metrics.js';
import type { SessionPorts } from './session-ports.js';
import { ShardFeed } from './shard-feed.js';
import { ShardFollower } from './shard-follower.js';
import { ShardIntake } from './shard-intake.js';
import { ShardStatus } from './shard-status.js';
import { checkAgainstBroker, mustNotHaveGoneBack, takeOver, type TakenOver } from './takeover.js';

const RESUME_POLL_MS = 1_000;

/**
 * One partition while this process holds it: fetched batches come in, its writer decides them, and
 * whatever goes wrong ends in loading the head again, in waiting, or in a halt that names its reason.
 */
export class ShardSession {
  readonly status: ShardStatus;
  readonly intake: ShardIntake;
  private readonly feed = new ShardFeed();
  private readonly haltRule = new HaltRule();
  private readonly ending = new AbortController();
  private readonly done: Promise<void>;
  private taken: TakenOver | undefined;
  private writer: ShardWriter | undefined;
  private follower: ShardFollower | undefined;
  private broken: string | undefined;
  private lenientUntil = 0n;
  private compared = false;
  private overlaps = 0;
  private finishing = false;
  /** Offset below which everything is durable; undefined before the first load. */
  durableOffset: bigint | undefined;

  constructor(
    private readonly ports: SessionPorts,
    readonly part: number,
  ) {
    this.status = new ShardStatus(part);
    this.intake = new ShardIntake(ports, this.status, this.feed, this.ending.signal, (reason) => {
      this.broken = reason;
      this.status.enter('halted', reason);
      this.feed.wake();
    });
    this.done = this.run();
  }

  async handle(batch: PartitionBatch): Promise<void> {
    await this.intake.handle(batch);
  }

  /** Drops what is not durable; another process may hold the partition by now. */
  async abandon(): Promise<void> {
    this.ending.abort();
    this.feed.wake();
    await this.done;
  }

  /** Makes everything taken durable, then ends. */
  async finish(): Promise<void> {
    this.finishing = true;
    await this.abandon();
    await this.follower?.finish();
  }

  private async run(): Promise<void> {
    for (let attempt = 1; !this.ending.signal.aborted; attempt += 1) {
      try {
        await this.load();
        attempt = 0;
        await this.consume();
      } catch (error) {
        await this.recover(error, attempt);
      }
    }
    this.status.gone();
  }

  private async load(): Promise<void> {
    const { ports } = this;
    this.taken ??= await takeOver(ports, this.part);
    const { shard, partition } = this.taken;
    this.status.registered(shard);
    const { writer, loaded } = await ShardWriter.load(
      this.writerPorts(),
      shard,
      partition,
      this.haltRule,
      this.lenientUntil,
    );
    const { nextOffset, nextSeq } = loaded.head;
    await mustNotHaveGoneBack(ports.database, loaded.head, this.durableOffset);
    const { start, tail } = this.compared
      ? { start: nextOffset, tail: null }
      : await checkAgainstBroker(ports, this.taken, loaded.head);
    this.compared = true;
    this.writer = writer;
    this.durableOffset = nextOffset;
    if (this.follower === undefined) {
      this.follower = new ShardFollower(ports, shard, this.part, this.ending.signal);
      void this.follower.run();
    }
    this.follower.start(nextSeq - 1n);
    this.status.enter('running');
    this.intake.begin(nextOffset, start, tail);
  }

  private async consume(): Promise<void> {
    const { writer, feed } = this;
    while (writer !== undefined && !this.ending.signal.aborted) {
      const item = await feed.next(writer.dueInMs);
      if (this.broken !== undefined) await this.stopBroken(this.broken);
      if (item === undefined) await writer.closeIfDue();
      else if (item.unreadable === undefined) await writer.take(item.records, item.nextOffset);
      else {
        await writer.flush();
        await this.stopBroken(item.unreadable);
      }
    }
    if (this.finishing) await writer?.flush();
  }

  private async stopBroken(reason: string): Promise<never> {
    const shard = this.taken?.shard ?? -1;
    await haltShard(this.ports.database, shard, reason);
    this.broken = undefined;
    throw new ShardHaltedError(shard, reason, this.feed.expected);
  }

  private async recover(error: unknown, attempt: number): Promise<void> {
    if (this.ending.signal.aborted) return;
    if (error instanceof ShardHaltedError) {
      await this.waitForResume(error);
    } else if (error instanceof ShardMovedError) {
      metrics.stale();
      this.overlaps = error.status === 'OVERLAP' ? this.overlaps + 1 : 0;
      if (this.overlaps > 1) this.die(error);
      this.ports.logger.warn(error.message);
      this.status.enter('loading');
    } else if (isOutage(error) || isBrokerOutage(error)) {
      this.wait(error);
      await this.pause(backOffMs(attempt, Math.random()));
    } else {
      this.die(error instanceof Error ? error : new Error(String(error)));
    }
  }

  private async waitForResume(error: ShardHaltedError): Promise<void> {
    this.status.enter('halted', error.reason);
    this.ports.consumer()?.pause(this.part);
    this.ports.logger.error(`${error.message} (resume it with a reason when that is understood)`);
    while (!this.ending.signal.aborted) {
      await this.pause(RESUME_POLL_MS);
      const halted = await readHalt(this.ports.database, error.shard).catch(() => '');
      if (halted !== null) continue;
      // A person looked at it: what led to the halt passes, and the broker is not compared again.
      this.haltRule.reset();
      this.lenientUntil = error.throughOffset;
      this.durableOffset = undefined;
      this.compared = true;
      this.status.enter('loading');
      return;
    }
  }

  private writerPorts(): WriterPorts {
    const { ports } = this;
    return {
      database: ports.database,
      nowMs: () => ports.clock.now().getTime(),
      append: (append) => this.append(append),
      forward: async (home, events) => {
        await ports.forwarder.forward(home, events);
        ports.crashPoints.pass('after_forward');
      },
      onCommitted: (segment) => {
        this.committed(segment);
      },
      onFailure: () => {
        this.feed.wake();
      },
    };
  }

  private async append(append: SegmentAppend): Promise<string> {
    const { ports, status } = this;
    const started = performance.now();
    ports.crashPoints.pass('before_append');
    const at = await appendUntilKnown(ports.database, append, {
      signal: this.ending.signal,
      outage: (error) => {
        if (error !== undefined) this.wait(error);
        else if (status.state === 'waiting') {
          status.enter('running');
          ports.consumer()?.resume(this.part);
        }
      },
    });
    ports.crashPoints.pass('after_append');
    metrics.appended((performance.now() - started) / 1000);
    return at;
  }

  private committed(segment: CommittedSegment): void {
    const { counts, newestTimestampMs } = segment;
    this.overlaps = 0;
    this.durableOffset = segment.nextOffset;
    this.follower?.committed(segment);
    metrics.decided('accepted', counts.events);
    metrics.decided('duplicate', counts.duplicates);
    metrics.decided('quarantined', counts.quarantined);
    metrics.decided('forwarded', counts.forwarded);
    metrics.eventLag((this.ports.clock.now().getTime() - newestTimestampMs) / 1000);
  }

  private wait(error: unknown): void {
    this.status.enter('waiting', error instanceof Error ? error.message : String(error));
    this.ports.consumer()?.pause(this.part);
  }

  private die(error: Error): void {
    this.ports.onFatal(error);
    this.ending.abort();
  }

  private async pause(ms: number): Promise<void> {
    await delay(ms, undefined, { signal: this.ending.signal }).catch(() => undefined);
  }
}
