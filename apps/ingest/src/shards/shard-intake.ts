import { setTimeout as delay } from 'node:timers/promises';
import type { PartitionBatch, Refusal } from '@app/kafka';
import { FetchGate, type Tail } from './fetch-gate.js';
import type { SessionPorts } from './session-ports.js';
import type { ShardFeed } from './shard-feed.js';
import type { ShardStatus } from './shard-status.js';

const BEAT_MS = 500;

/**
 * The fetching side of one shard: queues what comes next and gives everything else back. It may be
 * called by a handler that a rebalance has left behind; the head decides in the end.
 */
export class ShardIntake {
  private readonly gate: FetchGate;

  constructor(
    private readonly ports: SessionPorts,
    private readonly status: ShardStatus,
    private readonly feed: ShardFeed,
    private readonly signal: AbortSignal,
    /** Records are gone or are others now: the shard must stop. */
    private readonly onBroken: (reason: string) => void,
  ) {
    this.gate = new FetchGate(feed);
  }

  /** Fetching goes on at `start`; `tail` is compared first when it is there. */
  begin(expected: bigint, start: bigint, tail: Tail | null): void {
    this.gate.reset(expected, tail);
    this.ports.consumer()?.seek(this.status.part, start);
    this.ports.consumer()?.resume(this.status.part);
  }

  async handle(batch: PartitionBatch): Promise<void> {
    this.ports.crashPoints.pass('after_fetch');
    const { status, feed } = this;
    while (status.state === 'loading' || (status.state === 'running' && feed.full)) {
      if (this.signal.aborted) return;
      if (status.state === 'running') await feed.room(BEAT_MS);
      else await delay(BEAT_MS, undefined, { signal: this.signal }).catch(() => undefined);
      await batch.beat();
    }
    if (status.state === 'running') await this.admit(batch);
    else this.ports.consumer()?.pause(status.part);
  }

  skipped(firstOffset: bigint, nextOffset: bigint): void {
    if (this.status.state !== 'running') return;
    if (!this.gate.skip(firstOffset, nextOffset)) void this.seekBack();
  }

  /** After a rebalance that left the partition here: kafkajs has forgotten where it was. */
  reposition(): void {
    const { part } = this.status;
    if (this.status.state === 'running') this.ports.consumer()?.seek(part, this.gate.wanted);
    else this.ports.consumer()?.pause(part);
  }

  private async admit(batch: PartitionBatch): Promise<void> {
    switch (this.gate.judge(batch)) {
      case 'take':
        if (batch.refusal !== undefined) {
          this.gate.refuse(reasonOf(batch.refusal, batch.nextOffset));
          this.ports.consumer()?.pause(this.status.part);
          return;
        }
        this.gate.take(batch);
        batch.accept();
        return;
      case 'nothing-new':
        batch.accept();
        if (batch.nextOffset < this.gate.wanted) this.reposition();
        return;
      case 'ahead':
        await this.seekBack();
        return;
      case 'recreated':
        this.onBroken('topic-recreated: the last record below the head is another one now');
        this.ports.consumer()?.pause(this.status.part);
    }
  }

  /** Fetched too far: back to where the shard stands, unless records are gone from the topic. */
  private async seekBack(): Promise<void> {
    const { part } = this.status;
    const { expected } = this.feed;
    const low = await this.ports.admin
      .offsets(this.ports.topic)
      .then((ranges) => ranges.get(part)?.low)
      .catch(() => undefined);
    if (low !== undefined && low > expected) {
      this.onBroken(`offset-gap: records ${expected} to ${low - 1n} are gone from the topic`);
      this.ports.consumer()?.pause(part);
      return;
    }
    if (low !== undefined && low > this.gate.wanted) this.gate.forgetTail();
    this.ports.consumer()?.seek(part, this.gate.wanted);
  }
}

function reasonOf({ code, message }: Refusal, nextOffset: bigint): string {
  return `${code}: the records that end at offset ${nextOffset - 1n} stay unread: ${message}`;
}
