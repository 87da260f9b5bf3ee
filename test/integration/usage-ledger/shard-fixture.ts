import { Database } from '@app/platform';
import { ensureShard, type SegmentAppend } from '@app/usage-ledger';
import { cloneDatabase, type TestDatabase } from '../../support/index.js';

export interface ShardFixture {
  readonly owner: TestDatabase;
  /** As the ingest process sees it. */
  readonly database: Database;
  readonly partition: { readonly clusterId: string; readonly topic: string; readonly part: number };
  readonly shard: number;
  close(): Promise<void>;
}

/** A fresh ledger with one registered shard that starts at offset 0. */
export async function openShard(part = 0): Promise<ShardFixture> {
  const owner = await cloneDatabase();
  const database = new Database({ url: owner.urlOf('ingest'), applicationName: 'spec' });
  const partition = { clusterId: 'cluster-1', topic: 'ledger.usage.v1', part };
  return {
    owner,
    database,
    partition,
    shard: await ensureShard(database, partition, 0n),
    async close() {
      await database.close();
      await owner.drop();
    },
  };
}

/** A segment of one record without events, the first of its shard unless changed. */
export function emptySegment(shard: number, changed: Partial<SegmentAppend>): SegmentAppend {
  return {
    shard,
    seq: 1n,
    firstOffset: 0n,
    nextOffset: 1n,
    previousChain: Buffer.alloc(0),
    chain: Buffer.from('chain-1'),
    tail: { offset: 0n, crc: 0xffffffff },
    counts: { records: 1, events: 0, duplicates: 0, quarantined: 0, forwarded: 0 },
    occurredMin: null,
    occurredMax: null,
    format: 1,
    rawBytes: 0,
    digests: Buffer.alloc(96),
    body: Buffer.from([1, 0, 0, 0]),
    delta: { lines: 0, days: '{}', body: Buffer.from([1, 0, 0, 0]) },
    newSources: [],
    newSeries: [],
    seen: [],
    idRun: null,
    quarantine: [],
    ...changed,
  };
}
