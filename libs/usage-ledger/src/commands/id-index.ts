import type { Database } from '@app/platform';
import { mayContain } from '../domain/id-filter.js';
import type { IdHash, IdKey } from '../domain/id-hash.js';
import { fencesOf, type IdRun, ordinalsOf, slicesOf } from '../domain/id-run.js';
import { type IdRunRow, readSlice } from '../storage/id-run-store.js';
import { sha256 } from '../storage/shard-registry.js';

/** Where an opaque identity may be stored. */
export interface StoredAt {
  readonly seq: bigint;
  readonly ordinal: number;
}

/** About 12 MB of slices in the worst case: duplicates come close together. */
const SLICES_AT_MOST = 256;

/** Which segments hold which opaque identities: filters and fences in memory, entries in the database. */
export class IdIndex {
  private readonly runs: IdRunRow[];
  private readonly slices = new Map<string, Buffer>();

  constructor(
    private readonly database: Database,
    private readonly shard: number,
    runs: readonly IdRunRow[],
  ) {
    const merged = runs.find(({ level }) => level !== 0);
    if (merged) throw new Error(`shard ${shard}: id runs of level ${merged.level} are not known`);
    this.runs = [...runs];
  }

  /** Takes in the run of a committed segment. */
  add(seq: bigint, { keys, entries, filter }: IdRun): void {
    const where = { level: 0, firstSeq: seq, part: 0, lastSeq: seq };
    this.runs.push({ ...where, keys, filter, fences: fencesOf(entries) });
  }

  /** Runs that perhaps hold the hash, newest first. */
  candidates(hash: IdHash): IdRunRow[] {
    const found: IdRunRow[] = [];
    for (let i = this.runs.length - 1; i >= 0; i -= 1) {
      const run = this.runs[i];
      if (run !== undefined && mayContain(run.filter, hash)) found.push(run);
    }
    return found;
  }

  /** Reads the slices that may hold the hash: the places of all entries that have it. */
  async find(hash: IdHash, candidates: readonly IdRunRow[]): Promise<StoredAt[]> {
    const places: StoredAt[] = [];
    for (const run of candidates) {
      const entries = await this.slice(run, slicesOf(run.fences, hash));
      for (const ordinal of ordinalsOf(entries, hash)) places.push({ seq: run.firstSeq, ordinal });
    }
    return places;
  }

  private async slice(
    run: IdRunRow,
    range: { readonly first: number; readonly last: number },
  ): Promise<Buffer> {
    const key = `${run.firstSeq} ${range.first} ${range.last}`;
    const cached = this.slices.get(key);
    if (cached !== undefined) return cached;
    const entries = await readSlice(this.database, this.shard, run, range);
    const [oldest] = this.slices.keys();
    if (this.slices.size >= SLICES_AT_MOST && oldest !== undefined) this.slices.delete(oldest);
    this.slices.set(key, entries);
    return entries;
  }
}

/** Keys a partition's hashes: the same for ever, other than any other partition's. */
export function idKeyOf(clusterId: string, topic: string, part: number): IdKey {
  const digest = sha256(Buffer.from(`ledger.ids.v1\0${clusterId}\0${topic}\0${part}\0`));
  return [digest.readUInt32BE(0), digest.readUInt32BE(4)];
}
