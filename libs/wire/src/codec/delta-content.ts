import { type MeasureSums } from '../series/event-cell.js';

/** What one segment adds to one cell. */
export interface DeltaLine {
  readonly seriesNo: number;
  /** Day number. */
  readonly startDay: number;
  /** Day number, exclusive. */
  readonly endDay: number;
  readonly events: number;
  /** Sums in the order of `MEASURES`; null = the series does not report it. */
  readonly sums: MeasureSums;
}

/** What one segment says about the completeness of one source. */
export interface DeltaSource {
  readonly sourceNo: number;
  readonly events: number;
  /** Greatest charge end of the segment's `Usage` lines no longer than a day, as a day number. */
  readonly maxChargeEnd: number | null;
  /** Whether sequence numbers of the source are missing as of this segment. */
  readonly openGap: boolean;
}

export interface DeltaContent {
  readonly lines: readonly DeltaLine[];
  readonly sources: readonly DeltaSource[];
}
