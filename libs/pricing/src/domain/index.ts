export {
  type FxTableCommand,
  type PublishFxRates,
  type PublishFxTable,
} from './fx-table.commands.js';
export {
  type FxRatesPublished,
  type FxTableEvent,
  type FxTablePublished,
} from './fx-table.events.js';
export { type FxRate, type FxTable } from './fx-table.state.js';
export {
  type PriceBookCommand,
  type PublishDiscounts,
  type PublishPriceBook,
  type PublishPrices,
} from './price-book.commands.js';
export {
  type DiscountsPublished,
  type PriceBookEvent,
  type PriceBookPublished,
  type PricesPublished,
} from './price-book.events.js';
export { type Discount, type Price, type PriceBook, type PriceTier } from './price-book.state.js';
