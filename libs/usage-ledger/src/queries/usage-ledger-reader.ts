import type { Database } from '@app/platform';
import type { SourceFreshness } from '../domain/ledger.types.js';
import { readBuckets } from '../storage/bucket-store.js';
import { readNewDeltas } from '../storage/delta-store.js';
import { DictionaryCache } from '../storage/dictionary-cache.js';
import { type ProjectionHead, readProjectionHeads } from '../storage/projection-head-store.js';
import {
  countQuarantine,
  readQuarantineAfter,
  type StoredQuarantine,
} from '../storage/quarantine-store.js';
import { listHeads } from '../storage/shard-head.js';
import { listShards, type RegisteredShard } from '../storage/shard-registry.js';
import { cellOf, readDelta } from './delta-reading.js';
import { findEvent, type FoundEvent } from './find-event.js';
import { type CellLines, type CellName, linesOfCells } from './lines-of-cells.js';
import { shardAt } from './snapshot-at.js';
import { SourceFollower } from './source-follower.js';
import {
  type SegmentDelta,
  type ShardHead,
  uniqueSeries,
  type UsageSnapshot,
} from './usage-snapshot.js';

const DELTAS_PER_READ = 500;
const READ_ONLY = { isolation: 'repeatable read', readOnly: true } as const;

/** What the usage ledger says, at positions that never change their answer. */
export class UsageLedgerReader {
  private readonly dictionaries = new Map<number, DictionaryCache>();
  // Two, because a follower never goes back and the read model may be behind the heads.
  private readonly behindReadModel: SourceFollower;
  private readonly behindHeads: SourceFollower;

  constructor(private readonly database: Database) {
    this.behindReadModel = new SourceFollower(database);
    this.behindHeads = new SourceFollower(database);
  }

  /** The sums as the read model has them now; continue with `deltasAfter(vector)`. */
  async snapshot(): Promise<UsageSnapshot> {
    const { heads, series, cells } = await this.database.transaction(async (client) => {
      const heads = await readProjectionHeads(client, 'bucket');
      const rows = await readBuckets(client, heads[0]?.version ?? 1);
      const dictionaries = new Map<number, DictionaryCache>();
      for (const { shard } of heads) {
        const dictionary = new DictionaryCache(shard, client);
        await dictionary.refresh();
        dictionaries.set(shard, dictionary);
      }
      const cells = rows.map((row) => cellOf(row, known(dictionaries, row.shard)));
      const series = heads.flatMap(({ shard, seq }) => known(dictionaries, shard).seriesUntil(seq));
      return { heads, series, cells };
    }, READ_ONLY);
    const started = heads.filter(({ seq }) => seq > 0n);
    const vector = new Map(started.map(({ shard, seq }) => [shard, seq]));
    return {
      vector,
      offsets: new Map(heads.map(({ shard, nextOffset }) => [shard, nextOffset])),
      recordedAt: newest(started),
      series: uniqueSeries(series),
      cells,
      sources: await this.behindReadModel.at(vector),
    };
  }

  /** Replay of everything recorded at or before `asOf` (ISO 8601). */
  async snapshotAt(asOf: string): Promise<UsageSnapshot> {
    const shards = await this.database.transaction(async (client) => {
      const heads = await readProjectionHeads(client, 'bucket');
      const found = [];
      for (const { shard } of heads) {
        const snapshot = await shardAt(client, shard, asOf);
        if (snapshot !== undefined) found.push({ shard, ...snapshot });
      }
      return found;
    }, READ_ONLY);
    return {
      vector: new Map(shards.map(({ shard, seq }) => [shard, seq])),
      offsets: new Map(shards.map(({ shard, nextOffset }) => [shard, nextOffset])),
      recordedAt: newest(shards),
      series: uniqueSeries(shards.flatMap(({ series }) => series)),
      cells: shards.flatMap(({ cells }) => cells),
      sources: shards.flatMap(({ sources }) => sources),
    };
  }

  /**
   * Deltas committed after the vector, gap-free per shard and in (shard, seq) order; at most `limit`
   * of each shard. A shard that the vector does not name starts at its first segment.
   */
  async deltasAfter(
    vector: ReadonlyMap<number, bigint>,
    limit = DELTAS_PER_READ,
  ): Promise<SegmentDelta[]> {
    const rows = await readNewDeltas(this.database, vector, limit);
    const shards = new Set(rows.map(({ shard }) => shard));
    for (const shard of shards) await this.dictionary(shard).refresh();
    return rows.map((row) => readDelta(row, this.dictionary(row.shard)));
  }

  async head(): Promise<ShardHead[]> {
    return (await listHeads(this.database)).map((row) => ({
      shard: row.shard,
      seq: row.nextSeq - 1n,
      nextOffset: row.nextOffset,
      recordedAt: row.nextSeq === 1n ? null : row.recordedAt,
      halted: row.halted,
      chain: row.chain.toString('hex'),
    }));
  }

  /** Freshness of every source as of each shard's last segment. */
  async sources(): Promise<SourceFreshness[]> {
    const heads = await this.head();
    return this.behindHeads.at(new Map(heads.map(({ shard, seq }) => [shard, seq])));
  }

  /** Shards of the topic (of all topics without one): which partition each one is. */
  async shards(topic?: string): Promise<RegisteredShard[]> {
    return listShards(this.database, topic);
  }

  /** The accepted event with this id, decoded from its segment; undefined when there is none. */
  async event(source: string, id: string): Promise<FoundEvent | undefined> {
    return findEvent(this.database, { source, id });
  }

  /**
   * Segments and lines behind cells, up to a position.
   *
   * @param limit of the lines; segments are all named
   */
  async linesOfCells(
    cells: readonly CellName[],
    vector: ReadonlyMap<number, bigint>,
    limit: number,
  ): Promise<CellLines> {
    return linesOfCells(this.database, cells, vector, limit);
  }

  /** Quarantined events of a shard after (seq, line), in order. */
  async quarantine(
    shard: number,
    after: { readonly seq: bigint; readonly line: number } = { seq: 0n, line: 0 },
    limit = 100,
  ): Promise<StoredQuarantine[]> {
    return readQuarantineAfter(this.database, shard, after, limit);
  }

  /** How many quarantined events nobody has resolved, by reason code. */
  async quarantineCounts(): Promise<Map<string, bigint>> {
    return countQuarantine(this.database);
  }

  private dictionary(shard: number): DictionaryCache {
    const cached = this.dictionaries.get(shard) ?? new DictionaryCache(shard, this.database);
    this.dictionaries.set(shard, cached);
    return cached;
  }
}

function known(dictionaries: ReadonlyMap<number, DictionaryCache>, shard: number): DictionaryCache {
  const dictionary = dictionaries.get(shard);
  if (dictionary === undefined) throw new Error(`bucket of the unknown shard ${shard}`);
  return dictionary;
}

function newest(heads: readonly Pick<ProjectionHead, 'recordedAt'>[]): string | null {
  return heads.reduce<string | null>(
    (latest, { recordedAt }) => (latest === null || recordedAt > latest ? recordedAt : latest),
    null,
  );
}
