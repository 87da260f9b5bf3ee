import type { Database } from '@app/platform';
import { decodeSegment, type UsageEvent } from '@app/wire';
import { idHash } from '../domain/id-hash.js';
import { IdIndex, idKeyOf } from '../commands/id-index.js';
import { DictionaryCache } from '../storage/dictionary-cache.js';
import { readIdRuns } from '../storage/id-run-store.js';
import { readSegment } from '../storage/segment-store.js';
import { listShards, type RegisteredShard } from '../storage/shard-registry.js';
import { findSequenceSegments, readShardSources } from '../storage/source-lookup.js';

/** An accepted event and the segment that holds it. */
export interface FoundEvent {
  readonly shard: number;
  readonly seq: bigint;
  readonly recordedAt: string;
  readonly event: UsageEvent;
}

/** What to look for: an id, or a place in a sequence. */
export interface EventName {
  readonly source: string;
  readonly id: string;
}

/**
 * The accepted event of this name. An opaque id is found through the id runs; one with a sequence by
 * the number that its id ends in, tried in each epoch.
 */
export async function findEvent(
  database: Database,
  { source, id }: EventName,
): Promise<FoundEvent | undefined> {
  const shards = new Map((await listShards(database)).map((row) => [row.shard, row]));
  for (const { shard, sourceNo } of await readShardSources(database, source)) {
    const registered = shards.get(shard);
    if (registered === undefined) continue;
    const opaque = await opaqueSegments(database, registered, sourceNo, id);
    const sequence = /\d{1,20}$/.exec(id)?.[0];
    const counted =
      sequence === undefined
        ? []
        : await findSequenceSegments(database, shard, sourceNo, BigInt(sequence));
    for (const seq of [...opaque, ...counted]) {
      const found = await eventIn(database, shard, seq, { source, id });
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

async function opaqueSegments(
  database: Database,
  { shard, clusterId, topic, part }: RegisteredShard,
  sourceNo: number,
  id: string,
): Promise<bigint[]> {
  const runs = await database.transaction((client) => readIdRuns(client, shard), {
    readOnly: true,
  });
  const index = new IdIndex(database, shard, runs);
  const hash = idHash(idKeyOf(clusterId, topic, part), sourceNo, id);
  return (await index.find(hash, index.candidates(hash))).map(({ seq }) => seq);
}

async function eventIn(
  database: Database,
  shard: number,
  seq: bigint,
  { source, id }: EventName,
): Promise<FoundEvent | undefined> {
  const row = await readSegment(database, shard, seq);
  if (row === undefined) return undefined;
  const dictionary = new DictionaryCache(shard, database);
  await dictionary.refresh();
  const { events } = decodeSegment(row.body, dictionary, row.rawBytes);
  const found = events.find(({ event }) => event.source === source && event.id === id);
  return found && { shard, seq, recordedAt: row.recordedAt, event: found.event };
}
