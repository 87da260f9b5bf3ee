import { type FxRate, type FxTable } from './fx-table.state.js';

export interface FxTablePublished extends FxTable {
  readonly type: 'FxTablePublished';
  readonly reason: string;
}

export interface FxRatesPublished {
  readonly type: 'FxRatesPublished';
  readonly fxTableId: string;
  readonly rates: readonly FxRate[];
  readonly reason: string;
}

export type FxTableEvent = FxTablePublished | FxRatesPublished;
