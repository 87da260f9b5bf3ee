import type { Database } from '@app/platform';
import type { SegmentCounts } from '../domain/chain.js';
import type { IdRun } from '../domain/id-run.js';
import type { QuarantineRow } from '../domain/row-digest.js';

/** New sequence numbers of one (source, epoch, chunk); `seen` in multirange text. */
export interface SeenRow {
  readonly sourceNo: number;
  readonly epoch: string;
  readonly chunk: number;
  readonly seen: string;
}

/** Everything that one segment adds. */
export interface SegmentAppend {
  readonly shard: number;
  readonly seq: bigint;
  readonly firstOffset: bigint;
  readonly nextOffset: bigint;
  readonly previousChain: Buffer;
  readonly chain: Buffer;
  readonly tail: { readonly offset: bigint; readonly crc: number } | null;
  readonly counts: SegmentCounts;
  readonly occurredMin: string | null;
  readonly occurredMax: string | null;
  readonly format: number;
  readonly rawBytes: number;
  readonly digests: Buffer;
  readonly body: Buffer;
  readonly delta: { readonly lines: number; readonly days: string; readonly body: Buffer };
  /** Numbered from the head's `next_source` on. */
  readonly newSources: readonly string[];
  /** Numbered from the head's `next_series` on; `attrs` is canonical JSON. */
  readonly newSeries: readonly { readonly digest: Buffer; readonly attrs: string }[];
  readonly seen: readonly SeenRow[];
  readonly idRun: IdRun | null;
  readonly quarantine: readonly QuarantineRow[];
}

export type AppendStatus = 'OK' | 'DONE' | 'STALE' | 'OVERLAP' | 'HALTED';

export interface AppendAnswer {
  readonly status: AppendStatus;
  /** `recorded_at` of the segment (OK, DONE), else of the head. */
  readonly at: string;
  readonly detail: unknown;
}

const PARAMETERS = Array.from({ length: 36 }, (_, i) => `$${i + 1}`).join(', ');
const NOTHING = Buffer.alloc(0);

/**
 * One round trip, autocommitted. After a lost connection the outcome is unknown: make the same call
 * again, it answers DONE if it had been committed.
 */
export async function appendSegment(
  database: Database,
  append: SegmentAppend,
): Promise<AppendAnswer> {
  const { rows } = await database.pool.query<AppendAnswer>({
    name: 'append-segment',
    text: `select status, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, detail
           from ledger.append_segment(${PARAMETERS})`,
    values: parameters(append),
  });
  const [answer] = rows;
  if (answer === undefined) throw new Error('append_segment answered nothing');
  return answer;
}

function parameters(append: SegmentAppend): unknown[] {
  const { counts, delta, seen, idRun, quarantine, newSeries, tail } = append;
  return [
    append.shard,
    append.seq,
    append.firstOffset,
    append.nextOffset,
    append.previousChain,
    append.chain,
    tail?.offset ?? null,
    tail?.crc ?? null,
    [counts.records, counts.events, counts.duplicates, counts.quarantined, counts.forwarded],
    append.occurredMin,
    append.occurredMax,
    append.format,
    append.rawBytes,
    append.digests,
    append.body,
    delta.lines,
    delta.days,
    delta.body,
    append.newSources,
    newSeries.map(({ digest }) => digest),
    newSeries.map(({ attrs }) => attrs),
    seen.map(({ sourceNo }) => sourceNo),
    seen.map(({ epoch }) => epoch),
    seen.map(({ chunk }) => chunk),
    seen.map((row) => row.seen),
    idRun?.keys ?? 0,
    idRun?.entries ?? NOTHING,
    idRun?.filter ?? NOTHING,
    quarantine.map(({ offset }) => offset),
    quarantine.map(({ ord }) => ord),
    quarantine.map(({ code }) => code),
    quarantine.map(({ detail }) => detail),
    quarantine.map(({ raw }) => raw),
    [], // no event carries private values yet
    [],
    [],
  ];
}
