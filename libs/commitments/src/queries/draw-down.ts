import { type Day } from '@app/calendar';
import { type Lifecycle, type SpendClass } from '../domain/index.js';
import { type Meta } from '@app/wire';
import { type SeriesAttributes } from '@app/usage-ledger/domain';
import { type PositionBody } from '../projections/position.view.js';

/** What a usage day adds to the counted sum. */
export interface DaySum {
  readonly day: Day;
  readonly countedE18: bigint;
}

/** What one series adds to one class on a day. */
export interface DrawDownEntry {
  readonly attrs: SeriesAttributes;
  readonly class: SpendClass;
  readonly rule: string;
  readonly amountE18: bigint;
  readonly countedE18: bigint;
}

/** A usage day with all its entries. */
export interface DrawDownDay {
  readonly day: Day;
  /** Ledger position at which the day last changed. */
  readonly position: string;
  /** In order of (class, series key). */
  readonly entries: readonly DrawDownEntry[];
}

/** Days of `[from, to)` whose entries are asked for. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
  /** The answer may end with the day by which there are so many entries besides the first day's. */
  readonly enough: number;
}

/** A commitment at one address: its headline and how it came to be, day by day. */
export interface DrawDown {
  readonly body: PositionBody;
  readonly lifecycle: Lifecycle;
  readonly meta: Meta;
  /** All days of the term with usage, ascending. */
  readonly days: readonly DaySum[];
  /** Those of the range asked for, ascending; empty when none was. */
  readonly details: readonly DrawDownDay[];
}

/** Headline alone. */
export type Headline = Pick<DrawDown, 'body' | 'lifecycle' | 'meta'>;
