import { type Day } from '@app/calendar';

/** One rate: units of the table's currency for one unit of `currency`, > 0, at most 10 fraction digits. */
export interface FxRate {
  readonly currency: string;
  /** First of a month; exactly one of `month` and `day` is given. */
  readonly month?: Day | undefined;
  readonly day?: Day | undefined;
  readonly rate: string;
  /** Replaces a rate that is already there. */
  readonly correction?: boolean | undefined;
}

/** FX rates into `currency`, in the order of publication. */
export interface FxTable {
  readonly fxTableId: string;
  readonly currency: string;
  readonly rates: readonly FxRate[];
}
