import type { Database } from '@app/platform';
import { decodeDelta, decodeSegment, eventCell, type UsageEvent } from '@app/wire';
import { dayRanges } from '../domain/day-ranges.js';
import { DictionaryCache } from '../storage/dictionary-cache.js';
import { type DayDelta, readDeltasOfDays, readSeriesNos } from '../storage/cell-segments.js';
import { readSegment } from '../storage/segment-store.js';

const DELTAS_PER_READ = 500;

/** A cell of the ledger by its series and charge days, the end exclusive. */
export interface CellName {
  readonly digest: string;
  readonly startDay: number;
  readonly endDay: number;
}

/** A segment with lines of a cell; `cell` is its place in the list asked for. */
export interface CellSegment {
  readonly cell: number;
  readonly shard: number;
  readonly seq: bigint;
  readonly events: number;
}

/** One line of a cell, and where it is recorded. */
export interface CellLine {
  readonly cell: number;
  readonly shard: number;
  readonly seq: bigint;
  /** Place of the event in its segment, from 0. */
  readonly ordinal: number;
  readonly recordedAt: string;
  readonly event: UsageEvent;
}

/** What is recorded behind some cells. */
export interface CellLines {
  /** Every segment, in (shard, seq) order. */
  readonly segments: readonly CellSegment[];
  /** The first ones, in (shard, seq, ordinal) order. */
  readonly lines: readonly CellLine[];
}

/**
 * The segments and lines behind cells of the ledger, up to a position.
 *
 * @param limit of the lines; segments are all named
 */
export async function linesOfCells(
  database: Database,
  cells: readonly CellName[],
  vector: ReadonlyMap<number, bigint>,
  limit: number,
): Promise<CellLines> {
  const found = { segments: [] as CellSegment[], lines: [] as CellLine[] };
  if (cells.length === 0) return found;
  for (const [shard, until] of [...vector].sort(([a], [b]) => a - b)) {
    const next = await linesOfShard(database, { shard, until }, cells, limit - found.lines.length);
    found.segments.push(...next.segments);
    found.lines.push(...next.lines);
  }
  return found;
}

async function linesOfShard(
  database: Database,
  { shard, until }: { readonly shard: number; readonly until: bigint },
  cells: readonly CellName[],
  limit: number,
): Promise<{ segments: CellSegment[]; lines: CellLine[] }> {
  const found = { segments: [] as CellSegment[], lines: [] as CellLine[] };
  const digests = new Set(cells.map(({ digest }) => digest));
  const seriesNos = await readSeriesNos(database, shard, [...digests]);
  const wanted = new Map<string, number>();
  cells.forEach((cell, place) => {
    const seriesNo = seriesNos.get(cell.digest);
    if (seriesNo !== undefined) wanted.set(keyOf(seriesNo, cell), place);
  });
  if (wanted.size === 0) return found;
  const days = dayRanges(cells);
  for (let after = 0n; ;) {
    const deltas = await readDeltasOfDays(database, shard, days, { after, until }, DELTAS_PER_READ);
    for (const delta of deltas) {
      after = delta.seq;
      const segments = segmentsOf(shard, delta, wanted);
      found.segments.push(...segments);
      const left = limit - found.lines.length;
      if (segments.length === 0 || left <= 0) continue;
      found.lines.push(...(await linesOf(database, shard, delta, wanted)).slice(0, left));
    }
    if (deltas.length < DELTAS_PER_READ) return found;
  }
}

function segmentsOf(
  shard: number,
  { seq, body }: DayDelta,
  wanted: ReadonlyMap<string, number>,
): CellSegment[] {
  return decodeDelta(body).lines.flatMap((line) => {
    const cell = wanted.get(keyOf(line.seriesNo, line));
    return cell === undefined ? [] : [{ cell, shard, seq, events: line.events }];
  });
}

async function linesOf(
  database: Database,
  shard: number,
  { seq, recordedAt }: DayDelta,
  wanted: ReadonlyMap<string, number>,
): Promise<CellLine[]> {
  const row = await readSegment(database, shard, seq);
  if (row === undefined) throw new Error(`shard ${shard} has no segment ${seq}`);
  const dictionary = new DictionaryCache(shard, database);
  await dictionary.refresh();
  const { events } = decodeSegment(row.body, dictionary, row.rawBytes);
  return events.flatMap(({ event, seriesNo }, ordinal) => {
    const cell = wanted.get(keyOf(seriesNo, eventCell(event)));
    return cell === undefined ? [] : [{ cell, shard, seq, ordinal, recordedAt, event }];
  });
}

function keyOf(
  seriesNo: number,
  { startDay, endDay }: { readonly startDay: number; readonly endDay: number },
): string {
  return `${seriesNo} ${startDay} ${endDay}`;
}
