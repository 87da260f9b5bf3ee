import { type CellSums } from '../fold/cell-sums.js';
import { type FoldSeries, type RecordedIn } from '../fold/fold.js';

/** Usage sums of one series, as the ledger keeps them; each cell once. */
export interface SummedCell {
  readonly series: FoldSeries;
  readonly cell: CellSums;
  /** First segment of those that it sums up; absent: known since before every close. */
  readonly recordedIn?: RecordedIn | undefined;
}
