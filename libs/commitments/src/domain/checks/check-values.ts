import { dayNumber, isDay } from '@app/calendar';
import { isCurrency, parseE18 } from '@app/money';
import { ContractRefusedError } from '../contract/contract.errors.js';
import { type Dated } from '../terms/terms.js';

const RATIO = /^(?:0(?:\.\d{1,4})?|1(?:\.0{1,4})?)$/;

/** @throws ContractRefusedError `reason-required` */
export function checkReason(reason: string): void {
  if (reason.trim() === '') {
    throw new ContractRefusedError('reason-required', '/reason', 'a reason is required');
  }
}

/** @throws ContractRefusedError `day-invalid` */
export function checkDay(day: string, pointer: string): void {
  if (isDay(day)) return;
  throw new ContractRefusedError('day-invalid', pointer, `"${day}" is no calendar day`);
}

/** @throws ContractRefusedError `day-invalid`, `period-empty` */
export function checkSpan(span: { start: string; end: string }, pointer: string): void {
  checkDay(span.start, `${pointer}/start`);
  checkDay(span.end, `${pointer}/end`);
  if (dayNumber(span.end) > dayNumber(span.start)) return;
  throw new ContractRefusedError('period-empty', `${pointer}/end`, `${span.end} ends nothing`);
}

/** @throws ContractRefusedError `day-invalid`, `period-empty` */
export function checkDated({ effectiveFrom, effectiveTo }: Dated, pointer: string): void {
  if (effectiveFrom !== undefined) checkDay(effectiveFrom, `${pointer}/effectiveFrom`);
  if (effectiveTo === undefined) return;
  checkDay(effectiveTo, `${pointer}/effectiveTo`);
  if (effectiveFrom === undefined || effectiveFrom < effectiveTo) return;
  throw new ContractRefusedError('period-empty', `${pointer}/effectiveTo`, 'the window is empty');
}

/**
 * An amount of 0 or more, as a count of 10^-18.
 *
 * @throws ContractRefusedError `money-invalid`, `minimum-negative`
 */
export function checkAmount(text: string, pointer: string): bigint {
  let value: bigint;
  try {
    value = parseE18(text);
  } catch (error) {
    throw new ContractRefusedError('money-invalid', pointer, (error as Error).message);
  }
  if (value >= 0n) return value;
  throw new ContractRefusedError('minimum-negative', pointer, `${text} is below 0`);
}

/** @throws ContractRefusedError `ratio-invalid` */
export function checkRatio(text: string | undefined, pointer: string): void {
  if (text === undefined || RATIO.test(text)) return;
  const detail = `"${text}" is not a ratio of 0 to 1 with at most 4 decimals`;
  throw new ContractRefusedError('ratio-invalid', pointer, detail);
}

/** @throws ContractRefusedError `currency-unknown` */
export function checkCurrency(currency: string, pointer: string): void {
  if (isCurrency(currency)) return;
  throw new ContractRefusedError('currency-unknown', pointer, `"${currency}" is no currency`);
}
