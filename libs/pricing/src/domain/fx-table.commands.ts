import { type FxRate } from './fx-table.state.js';

/** Opens an FX table. */
export interface PublishFxTable {
  readonly type: 'PublishFxTable';
  readonly fxTableId: string;
  readonly currency: string;
  readonly rates?: readonly FxRate[] | undefined;
  readonly reason: string;
}

/** Adds rates; a second rate for a month or day must say `correction`. */
export interface PublishFxRates {
  readonly type: 'PublishFxRates';
  readonly rates: readonly FxRate[];
  readonly reason: string;
}

export type FxTableCommand = PublishFxTable | PublishFxRates;
