import { parseSeriesKey } from '@app/wire';
import type { Database } from '@app/platform';
import { placeOf, SequenceState } from '../domain/sequence-state.js';
import { readIdRuns } from '../storage/id-run-store.js';
import { readQuarantineAfter } from '../storage/quarantine-store.js';
import { readSourceState } from '../storage/sequence-store.js';
import { readSeries, readSources } from '../storage/shard-dictionaries.js';
import { type HeadRow, readHead } from '../storage/shard-head.js';
import type { PartitionName } from '../storage/shard-registry.js';
import { IdIndex, idKeyOf } from './id-index.js';
import { quarantinedSequence } from './quarantined-sequence.js';
import { ShardMemory } from './shard-memory.js';

/** Few, because each may be as large as a record. */
const ROWS_PER_READ = 100;

export interface LoadedShard {
  readonly head: HeadRow;
  readonly memory: ShardMemory;
}

/** Head, dictionaries and states of a shard as of one moment. */
export async function loadShard(
  database: Database,
  shard: number,
  { clusterId, topic, part }: PartitionName,
): Promise<LoadedShard> {
  const rows = await database.transaction(
    async (client) => ({
      head: await readHead(client, shard),
      sources: await readSources(client, shard),
      series: await readSeries(client, shard),
      states: await readSourceState(client, shard),
      runs: await readIdRuns(client, shard),
    }),
    { isolation: 'repeatable read', readOnly: true },
  );
  if (rows.head === undefined) throw new Error(`shard ${shard} is not registered`);
  const sequences = new SequenceState();
  const uris = rows.sources.map(({ uri }) => uri);
  for (const { sourceNo, epoch, chunk, seen } of rows.states) {
    sequences.load(uris[sourceNo] ?? '', epoch, Number(chunk), seen);
  }
  await excuseQuarantined(database, shard, rows.head.nextSeq, sequences);
  const index = new IdIndex(database, shard, rows.runs);
  const memory = new ShardMemory(rows.head, sequences, index, idKeyOf(clusterId, topic, part));
  for (const uri of uris) memory.learnSource(uri);
  for (const { attrs, digest } of rows.series) {
    memory.learnSeries(parseSeriesKey(JSON.stringify(attrs)), digest);
  }
  return { head: rows.head, memory };
}

async function excuseQuarantined(
  database: Database,
  shard: number,
  nextSeq: bigint,
  sequences: SequenceState,
): Promise<void> {
  let after = { seq: 0n, line: 0 };
  for (;;) {
    const rows = await readQuarantineAfter(database, shard, after, ROWS_PER_READ);
    for (const { raw } of rows.filter(({ seq }) => seq < nextSeq)) {
      const found = quarantinedSequence(raw);
      if (found) sequences.excuse(found.source, found.epoch, placeOf(found.sequence));
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS_PER_READ) return;
    after = last;
  }
}
