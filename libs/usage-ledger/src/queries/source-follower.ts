import type { Database } from '@app/platform';
import { decodeDelta } from '@app/wire';
import type { SourceFreshness } from '../domain/ledger.types.js';
import { SourceFold } from '../domain/source-fold.js';
import { readDeltasAfter } from '../storage/delta-store.js';
import { DictionaryCache } from '../storage/dictionary-cache.js';
import { trailersOf } from './delta-reading.js';

const DELTAS_PER_READ = 500;

/** Follows one shard's trailers, each read once, and knows its sources' freshness at the end. */
class ShardFollower {
  private readonly fold: SourceFold;
  private readonly dictionary: DictionaryCache;
  private seq = 0n;

  constructor(
    private readonly database: Database,
    private readonly shard: number,
  ) {
    this.fold = new SourceFold(shard);
    this.dictionary = new DictionaryCache(shard, database);
  }

  async follow(target: bigint): Promise<SourceFreshness[]> {
    while (this.seq < target) {
      const left = target - this.seq;
      const limit = left < BigInt(DELTAS_PER_READ) ? Number(left) : DELTAS_PER_READ;
      const rows = await readDeltasAfter(this.database, this.shard, this.seq, limit);
      if (rows.length === 0) throw new Error(`shard ${this.shard}: delta ${this.seq + 1n} is gone`);
      await this.dictionary.refresh();
      for (const { seq, body, recordedAt } of rows) {
        this.fold.add(trailersOf(decodeDelta(body), this.dictionary), recordedAt);
        this.seq = seq;
      }
    }
    return this.fold.list();
  }
}

/** Freshness of every source at a vector that never falls; one caller at a time. */
export class SourceFollower {
  private readonly shards = new Map<number, ShardFollower>();
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly database: Database) {}

  async at(vector: ReadonlyMap<number, bigint>): Promise<SourceFreshness[]> {
    const turn = this.queue.then(() => this.follow(vector));
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private async follow(vector: ReadonlyMap<number, bigint>): Promise<SourceFreshness[]> {
    const found: SourceFreshness[] = [];
    for (const [shard, seq] of vector) {
      const follower = this.shards.get(shard) ?? new ShardFollower(this.database, shard);
      this.shards.set(shard, follower);
      found.push(...(await follower.follow(seq)));
    }
    return found;
  }
}
