import type { PoolClient } from 'pg';
import { decodeDelta } from '@app/wire';
import { SourceFold } from '../domain/source-fold.js';
import type { Cell, LedgerSeries, SourceFreshness } from '../domain/ledger.types.js';
import { type DeltaRow, readDeltasUntil } from '../storage/delta-store.js';
import { DictionaryCache } from '../storage/dictionary-cache.js';
import { DeltaSums } from '../projections/delta-sums.js';
import { cellOf, trailersOf } from './delta-reading.js';

const DELTAS_PER_READ = 500;

/** One shard as it was known at a recorded time. */
export interface ShardSnapshot {
  readonly seq: bigint;
  readonly nextOffset: bigint;
  readonly recordedAt: string;
  readonly series: LedgerSeries[];
  readonly cells: Cell[];
  readonly sources: SourceFreshness[];
}

/** Replays the deltas recorded at or before the instant; undefined when there are none. */
export async function shardAt(
  client: PoolClient,
  shard: number,
  asOf: string,
): Promise<ShardSnapshot | undefined> {
  const dictionary = new DictionaryCache(shard, client);
  const sums = new DeltaSums();
  const fold = new SourceFold(shard);
  let last: DeltaRow | undefined;
  for (;;) {
    const rows = await readDeltasUntil(client, shard, last?.seq ?? 0n, asOf, DELTAS_PER_READ);
    await dictionary.refresh();
    for (const row of rows) {
      const content = decodeDelta(row.body);
      sums.add(content.lines);
      fold.add(trailersOf(content, dictionary), row.recordedAt);
      last = row;
    }
    if (rows.length < DELTAS_PER_READ) break;
  }
  if (last === undefined) return undefined;
  return {
    seq: last.seq,
    nextOffset: last.nextOffset,
    recordedAt: last.recordedAt,
    series: dictionary.seriesUntil(last.seq),
    cells: sums.sorted().map((line) => cellOf(line, dictionary)),
    sources: fold.list(),
  };
}
