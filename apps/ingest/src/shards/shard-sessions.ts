import type { PartitionBatch, PartitionHandler } from '@app/kafka';
import type { SessionPorts } from './session-ports.js';
import { ShardSession } from './shard-session.js';

/** The shards that this process holds now: one session per assigned partition. */
export class ShardSessions implements PartitionHandler {
  private readonly held = new Map<number, ShardSession>();
  private readonly leaving = new Set<Promise<void>>();

  constructor(private readonly ports: SessionPorts) {}

  get all(): ShardSession[] {
    return [...this.held.values()];
  }

  assigned(partitions: readonly number[]): void {
    for (const [part, session] of this.held) {
      if (partitions.includes(part)) continue;
      this.held.delete(part);
      const gone = session.abandon();
      this.leaving.add(gone);
      void gone.finally(() => this.leaving.delete(gone));
    }
    for (const part of partitions) {
      const session = this.held.get(part);
      if (session === undefined) this.held.set(part, new ShardSession(this.ports, part));
      else session.intake.reposition();
    }
  }

  async handle(batch: PartitionBatch): Promise<void> {
    const session = this.held.get(batch.partition);
    // A fetch of a partition that has gone to somebody else: nothing is taken.
    if (session === undefined) this.ports.consumer()?.pause(batch.partition);
    else await session.handle(batch);
  }

  skipped(partition: number, firstOffset: bigint, nextOffset: bigint): void {
    this.held.get(partition)?.intake.skipped(firstOffset, nextOffset);
  }

  /** What every shard has made durable, by partition: the hint that Kafka keeps. */
  durableOffsets(): Map<number, bigint> {
    const offsets = new Map<number, bigint>();
    for (const { part, durableOffset } of this.all) {
      if (durableOffset !== undefined) offsets.set(part, durableOffset);
    }
    return offsets;
  }

  /** Makes everything taken durable, then lets go of all shards. */
  async finish(): Promise<void> {
    await Promise.all([...this.all.map((session) => session.finish()), ...this.leaving]);
  }
}
