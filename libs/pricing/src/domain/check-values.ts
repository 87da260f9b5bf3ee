import { dayNumber, isDay } from '@app/calendar';
import { isCurrency } from '@app/money';
import { type Dated } from './price-book.state.js';
import { PricingRefusedError } from './pricing.errors.js';

const UNSIGNED = /^(?:0|[1-9]\d{0,19})(?:\.(\d+))?$/;
const RATIO = /^(?:0(?:\.\d{1,4})?|1(?:\.0{1,4})?)$/;

/** @throws PricingRefusedError `reason-required` */
export function checkReason(reason: string): void {
  if (reason.trim() === '') {
    throw new PricingRefusedError('reason-required', '/reason', 'a reason is required');
  }
}

/** @throws PricingRefusedError `currency-unknown` */
export function checkCurrency(currency: string, pointer: string): void {
  if (!isCurrency(currency)) {
    throw new PricingRefusedError('currency-unknown', pointer, `"${currency}" is no currency`);
  }
}

/** True for a plain unsigned decimal with at most `decimals` fraction digits. */
export function isUnsigned(text: string, decimals: number): boolean {
  const match = UNSIGNED.exec(text);
  return match !== null && (match[1]?.length ?? 0) <= decimals;
}

/** True for 0..1 with at most 4 fraction digits. */
export function isRatio(text: string): boolean {
  return RATIO.test(text);
}

/** @throws PricingRefusedError `day-invalid`, `period-empty` */
export function checkDated(dated: Dated, pointer: string): void {
  for (const name of ['effectiveFrom', 'effectiveTo'] as const) {
    const day = dated[name];
    if (day !== undefined && !isDay(day)) {
      throw new PricingRefusedError('day-invalid', `${pointer}/${name}`, `"${day}" is no day`);
    }
  }
  const { effectiveFrom: from, effectiveTo: to } = dated;
  if (from !== undefined && to !== undefined && dayNumber(to) <= dayNumber(from)) {
    throw new PricingRefusedError(
      'period-empty',
      `${pointer}/effectiveTo`,
      `${to} is not after ${from}`,
    );
  }
}
