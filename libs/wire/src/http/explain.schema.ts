import { z } from 'zod';
import { Meta, Page } from './meta.js';
import { clockShape, pageShape, waitShape } from './queries.js';
import { Count, Currency, Day, Identifier, Instant, Money, Ratio } from './scalars.js';
import { SpendClass } from './terms.schema.js';

export const ExplainQuery = z.strictObject({
  day: Day.optional().describe('One recognition day: its lines are named, too'),
  class: z.enum(SpendClass.options, { error: 'class-unknown' }).optional(),
  from: Day.optional(),
  to: Day.optional().describe('Exclusive'),
  ...clockShape,
  ...waitShape,
  ...pageShape,
});
export type ExplainQuery = z.infer<typeof ExplainQuery>;

/** A segment of the usage ledger that holds lines of a cell. */
export const ExplainedSegment = z
  .strictObject({ shard: Count, seq: z.string().describe('Counts from 1 in its shard') })
  .meta({ id: 'ExplainedSegment' });

/** One usage line behind a cell. */
export const ExplainedLine = z
  .strictObject({
    source: z.string(),
    id: z.string(),
    epoch: z.string().nullable(),
    sequence: z.string().nullable(),
    shard: Count,
    seq: z.string(),
    ordinal: Count.describe('Place of the event in its segment, from 0'),
    recordedAt: Instant,
    chargePeriodStart: z.string(),
    chargePeriodEnd: z.string().nullable(),
    amount: Money.nullable().describe('As reported, in the basis; null: the line has no cost'),
    quantity: Money.nullable(),
    unit: z.string().nullable(),
    href: z.string().describe('The whole event as recorded'),
  })
  .meta({ id: 'ExplainedLine' });
export type ExplainedLine = z.infer<typeof ExplainedLine>;

/** What of a converted amount does not draw down. */
export const ExplainedCut = z
  .strictObject({ reason: z.string(), amount: Money })
  .meta({ id: 'ExplainedCut' });

/** The price of metered usage. */
export const ExplainedPrice = z
  .strictObject({
    priceBookId: z.string(),
    unitPrice: Money.nullable().describe(
      'Of one unit as measured, net of discounts, cut at 18 decimals; null: by tiers of the month',
    ),
    listPrice: Money,
  })
  .meta({ id: 'ExplainedPrice' });

/** What one series adds to one class on one day; `converted` = `counted` + the sum of `cuts`. */
export const ExplainedCell = z
  .strictObject({
    day: Day.describe('Recognition day'),
    periodIndex: Count.nullable().describe('null: in no period'),
    class: SpendClass,
    ruleId: z.string(),
    group: z.record(z.string(), z.string()).describe('The series group that the amount comes from'),
    amount: Money.describe('In its own currency, or in the unit that counts'),
    currency: Currency.nullable().describe('Of amount; null: a quantity'),
    rate: Ratio.describe("FX rate to the contract's currency"),
    applicability: Ratio,
    fraction: Ratio,
    converted: Money,
    eligible: Money,
    counted: Money,
    cuts: z.array(ExplainedCut),
    price: ExplainedPrice.nullable().describe('null: the cost was reported'),
    termsVersion: z.int().min(1),
    lines: Count.describe('How many usage lines stand behind it'),
    segments: z.array(ExplainedSegment).optional().describe('Of a query with day: all of them'),
    events: z
      .array(ExplainedLine)
      .optional()
      .describe('Of a query with day: the first lines, at most limit in the whole answer'),
  })
  .meta({ id: 'ExplainedCell' });
export type ExplainedCell = z.infer<typeof ExplainedCell>;

/** `GET …/explain`: where every converted amount went. */
export const ExplainList = z
  .strictObject({
    commitmentId: Identifier,
    basis: z
      .enum(['BILLED', 'CONTRACTED', 'LIST', 'EFFECTIVE'])
      .nullable()
      .describe('Which reported amount counts; null: a quantity'),
    data: z.array(ExplainedCell),
    page: Page,
    meta: Meta,
  })
  .meta({ id: 'ExplainList' });
export type ExplainList = z.infer<typeof ExplainList>;
