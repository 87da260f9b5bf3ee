import { type FxTableCommand } from './fx-table.commands.js';
import { type FxTableEvent } from './fx-table.events.js';
import { type FxTable } from './fx-table.state.js';
import { publishFxRates } from './publish-fx-rates.js';
import { publishFxTable } from './publish-fx-table.js';

function initial(): FxTable {
  return { fxTableId: '', currency: '', rates: [] };
}

function decide(table: FxTable, command: FxTableCommand): FxTableEvent[] {
  switch (command.type) {
    case 'PublishFxTable':
      return publishFxTable(table, command);
    case 'PublishFxRates':
      return publishFxRates(table, command);
  }
}

function evolve(table: FxTable, event: FxTableEvent): FxTable {
  switch (event.type) {
    case 'FxTablePublished':
      return { fxTableId: event.fxTableId, currency: event.currency, rates: event.rates };
    case 'FxRatesPublished':
      return { ...table, rates: [...table.rates, ...event.rates] };
  }
}

export const fxTableDecider = { initial, decide, evolve };
