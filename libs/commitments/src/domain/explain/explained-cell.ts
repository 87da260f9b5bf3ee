import { type Day } from '@app/calendar';
import { type UnitPrice } from '@app/pricing/domain';
import { type SeriesAttributes } from '@app/usage-ledger/domain';
import { type NotCountedReason } from '../attainment/not-counted.js';
import { type SpendClass } from '../terms/terms.js';

/** Part of a converted amount that does not draw down, and why. */
export interface Cut {
  readonly reason: NotCountedReason | 'unclassified';
  readonly amountE18: bigint;
}

/** A cell of the usage ledger: charge days `[startDay, endDay)` of a series. */
export interface ChargedCell {
  readonly startDay: number;
  readonly endDay: number;
  readonly events: bigint;
}

/**
 * What one series adds to one class on one recognition day, under one judgement. In every cell
 * `converted = counted + Σ cuts`, and the cells of a period add up to its figures exactly.
 */
export interface ExplainedCell {
  readonly day: Day;
  /** Null: in no period. */
  readonly periodIndex: number | null;
  readonly class: SpendClass;
  /** `builtin@1/marketplace`, or the id of a rule of the contract. */
  readonly ruleId: string;
  readonly digest: string;
  readonly attrs: SeriesAttributes;
  /** Basis amount, in its own currency or in the unit that counts. */
  readonly amountE18: bigint;
  /** Of `amount`; null: a quantity. */
  readonly currency: string | null;
  /** FX rate at 10^-10, applicability and fraction at 10^-4. */
  readonly rateE10: bigint;
  readonly applicabilityE4: bigint;
  readonly fractionE4: bigint;
  /** In the contract's currency, as differences of the running sums of the class. */
  readonly convertedE18: bigint;
  readonly eligibleE18: bigint;
  readonly countedE18: bigint;
  /** By reason order; zero amounts are left out. */
  readonly cuts: readonly Cut[];
  readonly termsVersion: number;
  /** Price of metered usage on its first charge day; null where the cost was reported. */
  readonly price: UnitPrice | null;
  /** Cells of the usage ledger behind it; none where only a cap moved. */
  readonly charges: readonly ChargedCell[];
}
