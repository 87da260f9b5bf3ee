import { createHash } from 'node:crypto';
import { setImmediate as yieldToLoop } from 'node:timers/promises';
import { addDays, type Day, formatDay } from '@app/calendar';
import {
  type AttainmentBook,
  type CommitmentState,
  dayRows,
  type DayRow,
  positionBody,
} from '@app/commitments';
import { formatE18 } from '@app/money';
import { type SeriesNumbers } from './series-numbers.js';

/** What of one commitment has to be written. */
export interface CommitmentChange {
  readonly state: CommitmentState;
  /** JSON of the headline; null when it is what it was. */
  readonly body: string | null;
  readonly silent: readonly string[];
  readonly days: readonly DayRow[];
  /** All days that stand when some have gone; null: none has. */
  readonly kept: readonly Day[] | null;
}

const DAYS_PER_TURN = 8;
const FIRST_DAY = '0001-01-01';
const LAST_DAY = '9999-12-31';

/** Remembers what is stored of one commitment, so that only what changed is written. */
export class CommitmentRows {
  private headline = '';
  private readonly days = new Map<Day, string>();

  constructor(private readonly numbers: SeriesNumbers) {}

  /** The difference to what is stored; `dirtyFrom` is the first day whose entries may differ. */
  async changes(
    book: AttainmentBook,
    state: CommitmentState,
    silent: readonly string[],
    dirtyFrom: number | null,
  ): Promise<CommitmentChange> {
    const body = JSON.stringify(positionBody(state.attainment, state.commitment.name));
    const from = dayOf(dirtyFrom);
    const rows = await this.rowsFrom(from, book, state);
    const days = rows.filter((row) => this.days.get(row.day) !== fingerprint(row));
    const standing = new Set(rows.map(({ day }) => day));
    const gone = [...this.days.keys()].filter((day) => day >= from && !standing.has(day));
    return {
      state,
      body: this.headline === headlineOf(body, state, silent) ? null : body,
      silent,
      days,
      kept: gone.length === 0 && this.headline !== '' ? null : this.keep(from, standing),
    };
  }

  /** The change was committed. */
  stored({ state, body, silent, days, kept }: CommitmentChange): void {
    if (body !== null) this.headline = headlineOf(body, state, silent);
    for (const row of days) this.days.set(row.day, fingerprint(row));
    if (kept === null) return;
    const standing = new Set(kept);
    for (const day of this.days.keys()) if (!standing.has(day)) this.days.delete(day);
  }

  private async rowsFrom(
    from: Day,
    book: AttainmentBook,
    { attainment, commitment }: CommitmentState,
  ): Promise<DayRow[]> {
    const used = [...new Set(attainment.days.map(({ day }) => day))].filter((day) => day >= from);
    const rows: DayRow[] = [];
    for (let at = 0; at < used.length; at += DAYS_PER_TURN) {
      const turn = used.slice(at, at + DAYS_PER_TURN);
      const [first = from, last = from] = [turn[0], turn.at(-1)];
      const made = book.attributions(commitment.commitmentId, first, addDays(last, 1));
      rows.push(...dayRows(made, (one) => this.numbers.of(one)).map(toRow));
      // A long history must not keep the lease from being renewed.
      await yieldToLoop();
    }
    return rows;
  }

  private keep(from: Day, standing: ReadonlySet<Day>): Day[] {
    return [...[...this.days.keys()].filter((day) => day < from), ...standing];
  }
}

function toRow({ day, countedE18, entries }: ReturnType<typeof dayRows>[number]): DayRow {
  return {
    day,
    counted: formatE18(countedE18),
    lines: entries.length,
    entries: JSON.stringify(entries),
  };
}

function headlineOf(
  body: string,
  { watermark }: CommitmentState,
  silent: readonly string[],
): string {
  return JSON.stringify([body, watermark, silent]);
}

function fingerprint({ entries }: DayRow): string {
  return createHash('sha256').update(entries).digest('base64');
}

function dayOf(dirtyFrom: number | null): Day {
  if (dirtyFrom === null) return FIRST_DAY;
  return dirtyFrom === Number.MAX_SAFE_INTEGER ? LAST_DAY : formatDay(dirtyFrom);
}
