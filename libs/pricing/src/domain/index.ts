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
export { canonicalUnit, type CanonicalUnit } from './canonical-unit.js';
export { fxTableDecider } from './fx-table.decider.js';
export { FxRates } from './fx-rates.js';
export { priceBookDecider } from './price-book.decider.js';
export { PriceList } from './price-list.js';
export {
  PRICING_PROBLEM_CODES,
  type PricingProblemCode,
  PricingRefusedError,
} from './pricing.errors.js';
export { type SkuPrices } from './sku-prices.js';
export { tieredCostE18 } from './tiered-cost.js';
export { costE18, type Fraction, type TierPrice, type UnitPrice } from './unit-price.js';
