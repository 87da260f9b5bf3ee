import { checkRates } from './check-rates.js';
import { checkReason } from './check-values.js';
import { type PublishFxRates } from './fx-table.commands.js';
import { type FxRatesPublished } from './fx-table.events.js';
import { type FxTable } from './fx-table.state.js';
import { PricingRefusedError } from './pricing.errors.js';

/**
 * Adds rates; a second one for a month or day must be sent as a correction.
 *
 * @throws PricingRefusedError
 */
export function publishFxRates(table: FxTable, command: PublishFxRates): FxRatesPublished[] {
  const { rates, reason } = command;
  const { fxTableId } = table;
  if (fxTableId === '') throw new PricingRefusedError('not-found', '', 'no such FX table');
  checkReason(reason);
  checkRates(table.rates, rates, table.currency);
  return rates.length === 0 ? [] : [{ type: 'FxRatesPublished', fxTableId, rates, reason }];
}
