import type { Database } from '@app/platform';
import { decodeDelta } from '@app/wire';
import type { CommittedSegment } from '../commands/writer-ports.js';
import { addToBuckets } from '../storage/bucket-store.js';
import { readDeltasAfter } from '../storage/delta-store.js';
import {
  moveProjectionHead,
  type ProjectionHead,
  readProjectionHead,
} from '../storage/projection-head-store.js';
import { DeltaSums } from './delta-sums.js';

const BUCKET_PROJECTION = 'bucket';
const DELTAS_PER_FLUSH = 500;

type Tip = Pick<ProjectionHead, 'seq' | 'nextOffset' | 'recordedAt'>;

/**
 * Keeps the sums of one shard: adds up what segments contribute and writes it by time, not by batch.
 * Sums and head move in one transaction by compare-and-swap, so each delta counts once, whoever
 * else projects the same shard. Only one call of `flush` runs at a time.
 */
export class BucketProjector {
  private head: ProjectionHead | undefined;
  private pending = new DeltaSums();
  private tip: Tip | undefined;

  constructor(
    private readonly database: Database,
    readonly shard: number,
  ) {}

  /** Takes in a committed segment; out of turn it is left to the replay of the next flush. */
  add({ seq, nextOffset, recordedAt, lines }: CommittedSegment): void {
    const last = this.tip?.seq ?? this.head?.seq;
    if (last === undefined || seq !== last + 1n) return;
    this.pending.add(lines);
    this.tip = { seq, nextOffset, recordedAt };
  }

  /** Sequence number that the sums have reached; undefined before the first flush. */
  get reached(): bigint | undefined {
    return this.head?.seq;
  }

  /**
   * Brings the sums up to segment `target`.
   *
   * @throws the database's error; what was pending is replayed from the deltas by the next flush
   */
  async flush(target: bigint): Promise<void> {
    this.head ??= await readProjectionHead(this.database, this.shard, BUCKET_PROJECTION);
    try {
      await this.write();
      while (this.head.seq < target) {
        await this.replay();
        await this.write();
      }
    } catch (error) {
      this.forget();
      throw error;
    }
  }

  private async write(): Promise<void> {
    const { tip, head, pending } = this;
    if (tip === undefined || head === undefined) return;
    this.pending = new DeltaSums();
    this.tip = undefined;
    // Adds that come while this is written continue from the new head.
    this.head = { ...head, ...tip };
    const moved = await this.database.transaction(async (client) => {
      if (!(await moveProjectionHead(client, BUCKET_PROJECTION, head, tip))) return false;
      await addToBuckets(client, this.shard, head.version, pending.sorted());
      return true;
    });
    if (moved) return;
    this.forget();
    this.head = await readProjectionHead(this.database, this.shard, BUCKET_PROJECTION);
  }

  /** Reads the next deltas after the head, in place of what was pending. */
  private async replay(): Promise<void> {
    const { head } = this;
    if (head === undefined) return;
    const rows = await readDeltasAfter(this.database, this.shard, head.seq, DELTAS_PER_FLUSH);
    const sums = new DeltaSums();
    for (const { body } of rows) sums.add(decodeDelta(body).lines);
    const last = rows.at(-1);
    if (last === undefined) throw new Error(`shard ${this.shard}: no delta after ${head.seq}`);
    this.pending = sums;
    this.tip = last;
  }

  private forget(): void {
    this.head = undefined;
    this.tip = undefined;
    this.pending = new DeltaSums();
  }
}
