import { decodeRecord, type UsageEvent } from '@app/wire';
import { setImmediate as yieldToLoop } from 'node:timers/promises';
import { closes, closingAgeMs } from '../domain/batch-rules.js';
import type { HaltRule } from '../domain/halt-rule.js';
import type { SegmentAppend } from '../storage/append-segment.js';
import { haltShard } from '../storage/shard-head.js';
import { SourceHomes } from '../storage/source-homes.js';
import type { PartitionName } from '../storage/shard-registry.js';
import { buildAppend } from './build-append.js';
import { EventJudge } from './event-judge.js';
import { rateReason, throughOffset } from './halt-reason.js';
import { KnownEventFinder } from './known-events.js';
import { type LoadedShard, loadShard } from './load-shard.js';
import { type DecodedRecord, type LedgerRecord, OpenBatch } from './open-batch.js';
import type { ShardMemory } from './shard-memory.js';
import { StoredSegments } from './stored-segments.js';
import { ShardHaltedError } from './writer.errors.js';
import type { WriterPorts } from './writer-ports.js';

const EVENTS_PER_TURN = 1_000;

/**
 * The only writer of a shard's facts in this process: takes records in offset order, decides each
 * event, closes batches and appends them. One batch fills while the one before commits.
 */
export class ShardWriter {
  private readonly memory: ShardMemory;
  private readonly homes: SourceHomes;
  private readonly finder: KnownEventFinder;
  private readonly judge: EventJudge;
  private next: { source: number; series: number };
  private open: OpenBatch;
  private closing: OpenBatch | undefined;
  private inFlight: Promise<void> | undefined;
  private failure: Error | undefined;

  private constructor(
    private readonly ports: WriterPorts,
    private readonly haltRule: HaltRule,
    private readonly lenientUntil: bigint,
    { head, memory }: LoadedShard,
  ) {
    const { database } = ports;
    this.memory = memory;
    this.next = { source: head.nextSource, series: head.nextSeries };
    this.homes = new SourceHomes(database, head.shard);
    const stored = new StoredSegments(database, head.shard, memory);
    this.finder = new KnownEventFinder(database, memory, stored);
    this.judge = new EventJudge(memory, (source) => this.homes.get(source) ?? head.shard);
    this.open = new OpenBatch(head.nextOffset, ports.nowMs());
  }

  /**
   * Loads the shard as it stands.
   *
   * @param lenientUntil a person let the records below this offset through the halt rule
   * @throws ShardHaltedError when the shard is halted
   */
  static async load(
    ports: WriterPorts,
    shard: number,
    partition: PartitionName,
    haltRule: HaltRule,
    lenientUntil = 0n,
  ): Promise<{ writer: ShardWriter; loaded: LoadedShard }> {
    const loaded = await loadShard(ports.database, shard, partition);
    const { halted, nextOffset } = loaded.head;
    if (halted !== null)
      throw new ShardHaltedError(shard, halted, throughOffset(halted, nextOffset));
    return { writer: new ShardWriter(ports, haltRule, lenientUntil, loaded), loaded };
  }

  /** Offset of the next record that the shard has not decided on. */
  get expected(): bigint {
    return this.open.nextOffset;
  }

  /** Milliseconds until `closeIfDue` has something to do; null: only records can change that. */
  get dueInMs(): number | null {
    if (this.failure !== undefined) return 0;
    if (this.open.messages.length === 0) return null;
    const age = this.ports.nowMs() - this.open.openedAtMs;
    return Math.max(0, closingAgeMs(this.open.decided) - age);
  }

  /**
   * Takes records in, from `expected` on and without gaps but for `nextOffset`, the offset after
   * control records.
   *
   * @throws ShardMovedError, ShardHaltedError: drop this writer and load another
   */
  async take(records: readonly LedgerRecord[], nextOffset: bigint): Promise<void> {
    let from = 0;
    while (from < records.length) {
      const turn: DecodedRecord[] = [];
      let events = 0;
      for (; from < records.length && events < EVENTS_PER_TURN; from += 1) {
        const record = records[from];
        if (record === undefined) break;
        const entries = decodeRecord(record, { now: new Date(this.ports.nowMs()) });
        turn.push({ record, entries });
        events += Math.max(1, entries.length);
      }
      await this.decide(turn);
      await this.closeIfDue();
      await yieldToLoop();
    }
    this.open.nextOffset = nextOffset;
  }

  /** Closes the open batch if the rules say so; throws what the batch before failed with. */
  async closeIfDue(): Promise<void> {
    this.throwFailure();
    const { open } = this;
    if (open.messages.length === 0) return;
    const load = {
      events: open.decided,
      bytes: open.bytes,
      newSeries: open.added.series.length,
      ageMs: this.ports.nowMs() - open.openedAtMs,
    };
    if (closes(load)) await this.close();
  }

  /** Appends everything taken so far and waits until it is durable. */
  async flush(): Promise<void> {
    if (this.open.messages.length > 0) await this.close();
    await this.settle();
  }

  private async decide(turn: readonly DecodedRecord[]): Promise<void> {
    if (this.open.messages.length === 0) this.restartClock();
    const events: UsageEvent[] = [];
    const sources = new Set<string>();
    for (const { entries } of turn) {
      for (const entry of entries) {
        if (!entry.ok) continue;
        events.push(entry.event);
        sources.add(entry.event.source);
      }
    }
    await this.homes.resolve(sources);
    if (this.closing?.committed === true) this.closing = undefined;
    // Held until this turn is decided: what it found in a pending batch it must find again below.
    const pending = this.closing === undefined ? [this.open] : [this.open, this.closing];
    const own = events.filter(({ source }) => this.homes.get(source) === this.memory.shard);
    const known = await this.finder.find(own, pending);
    for (const record of turn) this.judge.judge(record, this.open, pending, known);
  }

  private restartClock(): void {
    const { nextOffset, firstOffset } = this.open;
    const fresh = new OpenBatch(firstOffset, this.ports.nowMs());
    fresh.nextOffset = nextOffset;
    this.open = fresh;
  }

  private async close(): Promise<void> {
    await this.settle();
    const batch = this.open;
    await this.checkHaltRule(batch);
    await this.forward(batch.forwards);
    const append = buildAppend(batch, this.memory, this.next);
    this.memory.chain = append.chain;
    this.memory.nextSeq += 1n;
    this.next = {
      source: this.next.source + append.newSources.length,
      series: this.next.series + append.newSeries.length,
    };
    this.open = new OpenBatch(append.nextOffset, this.ports.nowMs());
    this.closing = batch;
    this.inFlight = this.commit(append, batch).catch((error: unknown) => {
      this.failure = error instanceof Error ? error : new Error(String(error));
      this.ports.onFailure();
    });
  }

  private async commit(append: SegmentAppend, batch: OpenBatch): Promise<void> {
    const at = await this.ports.append(append);
    batch.committed = true;
    if (append.idRun !== null) this.memory.ids.add(append.seq, append.idRun);
    this.haltRule.committed(windowEntry(batch, this.ports.nowMs()));
    this.ports.onCommitted({
      shard: append.shard,
      seq: append.seq,
      recordedAt: at,
      nextOffset: append.nextOffset,
      counts: append.counts,
      lines: batch.fold.sorted(),
      newestTimestampMs: batch.messages.at(-1)?.timestampMs ?? 0,
    });
  }

  private async settle(): Promise<void> {
    await this.inFlight;
    this.inFlight = undefined;
    this.throwFailure();
  }

  private throwFailure(): void {
    if (this.failure !== undefined) throw this.failure;
  }

  private async checkHaltRule(batch: OpenBatch): Promise<void> {
    if (batch.firstOffset < this.lenientUntil) return;
    if (!this.haltRule.wouldBreak(windowEntry(batch, this.ports.nowMs()))) return;
    const { shard } = this.memory;
    const reason = rateReason(batch);
    await haltShard(this.ports.database, shard, reason);
    throw new ShardHaltedError(shard, reason, batch.nextOffset);
  }

  private async forward(forwards: ReadonlyMap<number, readonly UsageEvent[]>): Promise<void> {
    for (const [home, events] of forwards) await this.ports.forward(home, events);
  }
}

function windowEntry(batch: OpenBatch, atMs: number): Parameters<HaltRule['wouldBreak']>[0] {
  return { atMs, events: batch.decided, quarantined: batch.quarantinedBy };
}
