import { checkRates } from './check-rates.js';
import { checkCurrency, checkReason } from './check-values.js';
import { type PublishFxTable } from './fx-table.commands.js';
import { type FxTablePublished } from './fx-table.events.js';
import { type FxTable } from './fx-table.state.js';
import { PricingRefusedError } from './pricing.errors.js';
import { sameJson } from './same-json.js';

/**
 * Opens an FX table; the same table again changes nothing.
 *
 * @throws PricingRefusedError `already-exists` when the id is known with another content
 */
export function publishFxTable(table: FxTable, command: PublishFxTable): FxTablePublished[] {
  const { fxTableId, currency, rates = [], reason } = command;
  if (table.fxTableId !== '') {
    if (sameJson(table, { fxTableId, currency, rates })) return [];
    const detail = `FX table ${table.fxTableId} is known with another content`;
    throw new PricingRefusedError('already-exists', '/fxTableId', detail);
  }
  checkReason(reason);
  checkCurrency(currency, '/currency');
  checkRates([], rates, currency);
  return [{ type: 'FxTablePublished', fxTableId, currency, rates, reason }];
}
