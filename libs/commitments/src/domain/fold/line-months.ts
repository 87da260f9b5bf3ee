import { addMonths, type Day, dayNumber, formatDay, monthOf } from '@app/calendar';
import { type SeriesAttributes } from '@app/usage-ledger/domain';

/** Billing month of a line: its own, else the month of the charge start day. */
export function billingMonth({ billingPeriodStart }: SeriesAttributes, startDay: number): Day {
  return billingPeriodStart?.slice(0, 10) ?? monthOf(formatDay(startDay));
}

/** Month whose FX rate a line takes: a correction takes the one of the line that it corrects. */
export function rateMonth(line: SeriesAttributes, startDay: number): Day {
  if (line.correctedBillingPeriodStart !== undefined) return line.correctedBillingPeriodStart;
  return line.chargeClass === 'Correction'
    ? monthOf(formatDay(startDay))
    : billingMonth(line, startDay);
}

/** First of the invoice month as a day number; not invoiced yet: of the month after billing. */
export function invoiceDay(line: SeriesAttributes, startDay: number): number {
  return line.invoiceMonth === undefined
    ? dayNumber(addMonths(monthOf(billingMonth(line, startDay)), 1))
    : dayNumber(monthOf(line.invoiceMonth.slice(0, 10)));
}
