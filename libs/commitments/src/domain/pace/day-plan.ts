import { addDays, type Day, daysBetween } from '@app/calendar';
import { cutHalfEven, formatScaled, minorDigits } from '@app/money';

/** One day of a plan for export; a whole number of minor units. */
export interface PlannedDay {
  readonly day: Day;
  readonly amount: string;
}

/**
 * A requirement evenly over `[start, end)` in whole minor units of the currency, the remainder one
 * each to the first days. Pace never uses it.
 */
export function dayPlan(
  requirementE18: bigint,
  currency: string,
  start: Day,
  end: Day,
): PlannedDay[] {
  const digits = minorDigits(currency);
  const total = cutHalfEven(requirementE18, 18, digits);
  const days = daysBetween(start, end);
  const [each, extra] = [total / BigInt(days), Number(total % BigInt(days))];
  return Array.from({ length: days }, (_, place) => ({
    day: addDays(start, place),
    amount: formatScaled(place < extra ? each + 1n : each, digits),
  }));
}
