import { isDay } from '@app/calendar';
import { parseE18 } from '@app/money';
import { checkCurrency, isUnsigned } from './check-values.js';
import { type FxRate } from './fx-table.state.js';
import { PricingRefusedError } from './pricing.errors.js';

const RATE_DECIMALS = 10;

/**
 * Checks the rates of one request against those already published.
 *
 * @throws PricingRefusedError `fx-rate-invalid`, `fx-rate-exists`, `currency-*`, `day-invalid`
 */
export function checkRates(
  known: readonly FxRate[],
  rates: readonly FxRate[],
  currency: string,
): void {
  const taken = new Set(known.map(rateKey));
  rates.forEach((rate, index) => {
    const at = `/rates/${index}`;
    checkCurrency(rate.currency, `${at}/currency`);
    if (rate.currency === currency) {
      throw new PricingRefusedError(
        'currency-mismatch',
        `${at}/currency`,
        `${currency} into itself`,
      );
    }
    checkPeriod(rate, at);
    if (!isUnsigned(rate.rate, RATE_DECIMALS) || parseE18(rate.rate) === 0n) {
      const detail = `"${rate.rate}" is not above 0 with at most ${RATE_DECIMALS} decimals`;
      throw new PricingRefusedError('fx-rate-invalid', `${at}/rate`, detail);
    }
    if (taken.has(rateKey(rate)) && rate.correction !== true) {
      const detail = `a rate of ${rateKey(rate)} exists; send it as a correction`;
      throw new PricingRefusedError('fx-rate-exists', at, detail);
    }
    taken.add(rateKey(rate));
  });
}

function checkPeriod({ day, month }: FxRate, at: string): void {
  const given = day ?? month ?? '';
  if ((day === undefined) === (month === undefined) || !isDay(given)) {
    throw new PricingRefusedError('day-invalid', at, 'one of month and day is needed, as a day');
  }
  if (month !== undefined && !month.endsWith('-01')) {
    throw new PricingRefusedError('day-invalid', `${at}/month`, `${month} is no first of a month`);
  }
}

function rateKey({ currency, day, month }: FxRate): string {
  return `${currency} ${day ?? month?.slice(0, 7) ?? ''}`;
}
