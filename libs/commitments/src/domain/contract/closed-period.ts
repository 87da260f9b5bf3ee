import { formatE18, parseE18 } from '@app/money';
import { type Money } from '../terms/terms.js';

/** `{shard: seq}`: the ledger position up to which usage was known. */
export type LedgerVector = Readonly<Record<string, string>>;

/** A settled period: the position of its close and what was recorded since. */
export interface ClosedPeriod {
  readonly index: number;
  /** RFC 3339 UTC instant of the close. */
  readonly closedAt: string;
  /** Usage recorded up to here belongs to the period. */
  readonly position: LedgerVector;
  /** The watermark had not reached the period's end. */
  readonly incomplete: boolean;
  /** Counted spend of the next period moved into this one. */
  readonly cured: Money;
  readonly paid: readonly { readonly amount: Money; readonly paidOn: string }[];
}

/** What is recorded of closed periods, as far as it changes them. */
type ClosingEvent =
  | (Omit<ClosedPeriod, 'cured' | 'paid'> & { readonly type: 'PeriodClosed' })
  | { readonly type: 'PeriodCured'; readonly index: number; readonly amount: Money }
  | {
      readonly type: 'ShortfallPaid';
      readonly index: number;
      readonly amount: Money;
      readonly paidOn: string;
    };

/** Closed periods after an event. */
export function closedAfter(
  closed: readonly ClosedPeriod[],
  event: ClosingEvent,
): readonly ClosedPeriod[] {
  const change = (next: (period: ClosedPeriod) => ClosedPeriod): readonly ClosedPeriod[] =>
    closed.map((period) => (period.index === event.index ? next(period) : period));
  switch (event.type) {
    case 'PeriodClosed': {
      const { index, closedAt, position, incomplete } = event;
      return [...closed, { index, closedAt, position, incomplete, cured: '0', paid: [] }];
    }
    case 'PeriodCured':
      return change((period) => ({
        ...period,
        cured: formatE18(parseE18(period.cured) + parseE18(event.amount)),
      }));
    case 'ShortfallPaid': {
      const { amount, paidOn } = event;
      return change((period) => ({ ...period, paid: [...period.paid, { amount, paidOn }] }));
    }
  }
}
