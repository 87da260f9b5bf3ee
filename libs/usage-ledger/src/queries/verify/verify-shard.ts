import type { Database } from '@app/platform';
import { firstChain } from '../../domain/chain.js';
import { DeltaSums } from '../../projections/delta-sums.js';
import { type BucketRow, readBuckets } from '../../storage/bucket-store.js';
import { readDeltaOf } from '../../storage/delta-store.js';
import { DictionaryCache } from '../../storage/dictionary-cache.js';
import { readProjectionHeads } from '../../storage/projection-head-store.js';
import { readQuarantineOf } from '../../storage/quarantine-store.js';
import { readSegmentsAfter } from '../../storage/segment-store.js';
import { readSourceState, type SourceStateRow } from '../../storage/sequence-store.js';
import { type HeadRow, readHead } from '../../storage/shard-head.js';
import { type RegisteredShard, sha256 } from '../../storage/shard-registry.js';
import { check, type Finding, FindingError, type ShardVerdict } from './finding.js';
import { ReplayState } from './replay-state.js';
import { type Link, verifySegment } from './verify-segment.js';

const SEGMENTS_PER_READ = 20;

/** What the shard's state says, read at one moment; segments up to it never change. */
interface Claimed {
  readonly head: HeadRow;
  readonly states: readonly SourceStateRow[];
  readonly projectedSeq: bigint;
  readonly buckets: readonly BucketRow[];
}

/** Replays a shard from its first segment and compares all that was stored; writes nothing. */
export async function verifyShard(
  database: Database,
  registered: RegisteredShard,
): Promise<ShardVerdict> {
  const { shard } = registered;
  const claimed = await readClaims(database, shard);
  const dictionary = new DictionaryCache(shard, database);
  await dictionary.refresh();
  const state = new ReplayState(dictionary);
  const projected = new DeltaSums();
  let events = 0n;
  let link: Link = beforeFirst(registered);
  let finding: Finding | null = null;
  let at = 0n;
  try {
    const last = claimed.head.nextSeq - 1n;
    while (link.seq < last) {
      const rows = await readSegmentsAfter(database, shard, link.seq, SEGMENTS_PER_READ);
      at = link.seq + 1n;
      check(rows.length > 0, 'seq-gap', () => `missing below the head's ${last}`);
      for (const row of rows.filter(({ seq }) => seq <= last)) {
        at = row.seq;
        const quarantine = await readQuarantineOf(database, shard, row.seq);
        const before = row.seq === 1n ? { ...link, nextOffset: row.firstOffset } : link;
        const content = verifySegment(row, before, dictionary, quarantine);
        const delta = await readDeltaOf(database, shard, row.seq);
        check(delta !== undefined, 'delta', () => 'it is missing');
        if (delta === undefined) break;
        const lines = state.replay(row.seq, content.events, quarantine, delta);
        if (row.seq <= claimed.projectedSeq) projected.add(lines);
        events += BigInt(content.events.length);
        link = row;
      }
    }
    verifyHead(claimed.head, link, dictionary);
    verifyStates(claimed.states, state, dictionary);
    verifyBuckets(claimed.buckets, projected);
  } catch (error) {
    if (!(error instanceof FindingError)) throw error;
    finding = { shard, seq: at, code: error.code, detail: error.detail };
  }
  return { shard, segments: link.seq, events, finding };
}

async function readClaims(database: Database, shard: number): Promise<Claimed> {
  return database.transaction(
    async (client) => {
      const head = await readHead(client, shard);
      if (head === undefined) throw new Error(`shard ${shard} has no head`);
      const heads = await readProjectionHeads(client, 'bucket');
      const projection = heads.find((one) => one.shard === shard);
      const buckets = await readBuckets(client, projection?.version ?? 1);
      return {
        head,
        states: await readSourceState(client, shard),
        projectedSeq: projection?.seq ?? 0n,
        buckets: buckets.filter((row) => row.shard === shard),
      };
    },
    { isolation: 'repeatable read', readOnly: true },
  );
}

function beforeFirst({ clusterId, topic, part }: RegisteredShard): Link {
  const chain = firstChain(sha256, clusterId, topic, part);
  return { seq: 0n, nextOffset: 0n, recordedAt: '', chain };
}

function verifyHead(head: HeadRow, last: Link, dictionary: DictionaryCache): void {
  const started = last.seq > 0n;
  const equal =
    head.chain.equals(last.chain) &&
    (!started || (head.nextOffset === last.nextOffset && head.recordedAt === last.recordedAt));
  check(equal, 'head', () => 'it does not follow from the last segment');
  const counts = dictionary.countsUntil(last.seq);
  check(
    head.nextSource === counts.sources && head.nextSeries === counts.series,
    'head',
    () => `${counts.sources} sources and ${counts.series} series`,
  );
}

function verifyStates(
  stored: readonly SourceStateRow[],
  state: ReplayState,
  dictionary: DictionaryCache,
): void {
  const text = (sourceNo: number, epoch: string, chunk: bigint | number, seen: string): string =>
    `${sourceNo} ${epoch} ${chunk.toString()} ${seen}`;
  const found = stored.map((row) => text(row.sourceNo, row.epoch, row.chunk, row.seen)).sort();
  const replayed = [...state.sequences.counted()]
    .map((c) => text(dictionary.sourceNo(c.source), c.epoch, c.chunk, c.seen.toString()))
    .sort();
  const at = replayed.findIndex((row, i) => row !== found[i]);
  check(
    at < 0 && found.length === replayed.length,
    'source-state',
    () => `stored ${found[at] ?? 'too many rows'}, replayed ${replayed[at] ?? 'none'}`,
  );
}

function verifyBuckets(stored: readonly BucketRow[], projected: DeltaSums): void {
  const text = (row: Omit<BucketRow, 'shard' | 'events'> & { events: bigint | number }): string =>
    [row.seriesNo, row.startDay, row.endDay, row.events, ...row.sums].map(String).join(' ');
  const found = stored.map(text);
  const replayed = projected.sorted().map(text);
  const at = replayed.findIndex((row, i) => row !== found[i]);
  check(
    at < 0 && found.length === replayed.length,
    'bucket',
    () => `stored ${found[at] ?? 'too many rows'}, replayed ${replayed[at] ?? 'none'}`,
  );
}
