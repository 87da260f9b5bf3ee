import { z } from 'zod';
import { ListMeta, listOf } from './meta.js';
import { clockShape, pageShape, waitShape } from './queries.js';
import {
  Count,
  Currency,
  Day,
  Identifier,
  Instant,
  Money,
  Ratio,
  Reason,
  text,
} from './scalars.js';

const Tier = z.strictObject({ upTo: Money.nullable(), unitPrice: Money });

/** A day-effective unit price; its meaning (range, order of tiers) the domain judges. */
export const Price = z
  .strictObject({
    skuId: text(128),
    unit: text(128),
    per: z.enum(['1', '1000', '1000000', '1000000000'], { error: 'price-per-invalid' }),
    unitPrice: Money,
    listPrice: Money.optional(),
    tiers: z.array(Tier).min(1).max(100).optional(),
    effectiveFrom: Day.optional(),
    effectiveTo: Day.optional(),
  })
  .meta({ id: 'Price' });
export type Price = z.infer<typeof Price>;

const prices = z.array(Price).max(10_000);

/** Lowers billed, contracted and effective cost by `rate`; list cost keeps the list price. */
export const Discount = z
  .strictObject({
    discountId: Identifier,
    rate: Ratio,
    skuIds: z.union([z.literal('*'), z.array(text(128)).min(1).max(10_000)]),
    effectiveFrom: Day.optional(),
    effectiveTo: Day.optional(),
  })
  .meta({ id: 'Discount' });
export type Discount = z.infer<typeof Discount>;

/** `POST /v1/price-books` */
export const CreatePriceBookBody = z
  .strictObject({
    priceBookId: Identifier,
    provider: text(128),
    currency: Currency,
    priority: z.int().min(0).max(1_000_000).optional(),
    prices,
    reason: Reason,
  })
  .meta({ id: 'CreatePriceBookBody' });
export type CreatePriceBookBody = z.infer<typeof CreatePriceBookBody>;

/** `POST /v1/price-books/{priceBookId}/prices` */
export const AddPricesBody = z
  .strictObject({ prices: prices.min(1), reason: Reason })
  .meta({ id: 'AddPricesBody' });
export type AddPricesBody = z.infer<typeof AddPricesBody>;

/** `POST /v1/price-books/{priceBookId}/discounts` */
export const AddDiscountsBody = z
  .strictObject({ discounts: z.array(Discount).min(1).max(10_000), reason: Reason })
  .meta({ id: 'AddDiscountsBody' });
export type AddDiscountsBody = z.infer<typeof AddDiscountsBody>;

export const PriceBookChangedAnswer = z
  .strictObject({
    priceBookId: Identifier,
    version: Count,
    position: z.string(),
    dryRun: z.boolean(),
  })
  .meta({ id: 'PriceBookChangedAnswer' });
export type PriceBookChangedAnswer = z.infer<typeof PriceBookChangedAnswer>;

export const PriceBookAnswer = z
  .strictObject({
    priceBookId: Identifier,
    provider: z.string(),
    currency: Currency,
    priority: Count,
    version: Count,
    prices: z.array(Price),
    discounts: z.array(Discount),
    createdAt: Instant,
    changedAt: Instant,
  })
  .meta({ id: 'PriceBookAnswer' });
export type PriceBookAnswer = z.infer<typeof PriceBookAnswer>;

export const PriceBookList = listOf('PriceBookList', PriceBookAnswer, ListMeta);
export type PriceBookList = z.infer<typeof PriceBookList>;

/** Prices are read from the events themselves, so they include every write: nothing to wait for. */
export const PriceBooksQuery = z.strictObject({
  asOf: clockShape.asOf,
  ...waitShape,
  ...pageShape,
});
export type PriceBooksQuery = z.infer<typeof PriceBooksQuery>;

export const PriceBookQuery = z.strictObject({ asOf: clockShape.asOf, ...waitShape });
export type PriceBookQuery = z.infer<typeof PriceBookQuery>;
