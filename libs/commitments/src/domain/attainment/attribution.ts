import { type Day } from '@app/calendar';
import { type SeriesAttributes } from '@app/usage-ledger/domain';
import { type NotCountedReason } from './not-counted.js';
import { type SpendClass } from '../terms/terms.js';

/** What one series adds to one class on one day, and by which rule. */
export interface Attribution {
  readonly day: Day;
  readonly periodIndex: number;
  readonly class: SpendClass;
  /** `builtin@1/marketplace`, or the id of a rule of the contract. */
  readonly ruleId: string;
  readonly digest: string;
  readonly attrs: SeriesAttributes;
  /** Why nothing of it counts; null: it may. */
  readonly reason: NotCountedReason | 'unclassified' | null;
  /** Converted basis amount. */
  readonly amountE18: bigint;
  /** FX rate at 10^-10, applicability and fraction at 10^-4. */
  readonly rateE10: bigint;
  readonly applicabilityE4: bigint;
  readonly fractionE4: bigint;
  readonly countedE18: bigint;
  readonly termsVersion: number;
}
