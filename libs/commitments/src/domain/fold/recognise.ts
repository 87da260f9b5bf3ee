import { dayNumber } from '@app/calendar';
import { divideHalfEven } from '@app/money';
import { type SeriesAttributes } from '@app/usage-ledger/domain';
import { type Recognition } from '../terms/terms.js';
import { billingMonth, invoiceDay } from './line-months.js';

/** Day of the whole amount, unless recognition spreads it. */
export function recognitionDay(
  recognition: Recognition,
  line: SeriesAttributes,
  startDay: number,
): number {
  switch (recognition) {
    case 'CHARGE_PERIOD_START':
    case 'CHARGE_PERIOD_PRORATED':
      return startDay;
    case 'BILLING_PERIOD':
      return dayNumber(billingMonth(line, startDay));
    case 'INVOICE_DATE':
      return invoiceDay(line, startDay);
  }
}

/** An amount evenly over `days`: share through day k = cut(amount × k ÷ days), so shares add up. */
export function evenShares(amountE18: bigint, days: number): bigint[] {
  const divisor = BigInt(days);
  const shares: bigint[] = [];
  let before = 0n;
  for (let k = 1n; k <= divisor; k += 1n) {
    const through = divideHalfEven(amountE18 * k, divisor);
    shares.push(through - before);
    before = through;
  }
  return shares;
}
