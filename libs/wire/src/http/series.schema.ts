import { z } from 'zod';
import { Meta, listOf } from './meta.js';
import { Flag, clockShape, pageShape, waitShape } from './queries.js';
import { Count, Currency, Day, Identifier, Money, PositionToken } from './scalars.js';
import { SpendClass } from './terms.schema.js';

/** What a burn-up or the draw-down ledger can be grouped by. */
export const GroupDimension = z
  .enum(
    [
      'class',
      'workload',
      'accelerator',
      'model',
      'serviceName',
      'serviceCategory',
      'regionId',
      'subAccountId',
      'billingAccountId',
      'skuId',
      'source',
    ],
    { error: 'group-unknown' },
  )
  .meta({ id: 'GroupDimension' });
export type GroupDimension = z.infer<typeof GroupDimension>;

const groupBy = z
  .string()
  .max(256)
  .transform((list) => list.split(','))
  .pipe(z.array(GroupDimension).min(1).max(4));

export const SeriesQuery = z.strictObject({
  interval: z.enum(['P1D', 'P7D', 'P1M'], { error: 'interval-unknown' }).optional(),
  cumulative: Flag.optional(),
  groupBy: groupBy.optional(),
  from: Day.optional(),
  to: Day.optional(),
  ...clockShape,
  ...waitShape,
});
export type SeriesQuery = z.infer<typeof SeriesQuery>;

export const SeriesPoint = z
  .strictObject({
    day: Day.describe('First day of the interval'),
    end: Day.describe('Exclusive'),
    counted: Money.nullable().describe('null for days after the last that is recorded'),
    required: Money.describe('The stepped minimum: requirement of the periods begun by then'),
    pace: Money.describe('The straight line: what has to be counted by the end of the interval'),
    forecast: z.strictObject({ p10: Money, p50: Money, p90: Money }).nullable(),
  })
  .meta({ id: 'SeriesPoint' });
export type SeriesPoint = z.infer<typeof SeriesPoint>;

export const SeriesGroup = z
  .strictObject({
    key: z.record(z.string(), z.string().nullable()),
    counted: z.array(Money.nullable()).describe('One figure a point, in the order of the points'),
  })
  .meta({ id: 'SeriesGroup' });
export type SeriesGroup = z.infer<typeof SeriesGroup>;

/** `GET …/series`: the burn-up. */
export const SeriesAnswer = z
  .strictObject({
    commitmentId: Identifier,
    currency: Currency,
    interval: z.enum(['P1D', 'P7D', 'P1M']),
    cumulative: z.boolean(),
    groupBy: z.array(GroupDimension),
    points: z.array(SeriesPoint),
    groups: z.array(SeriesGroup),
    meta: Meta,
  })
  .meta({ id: 'SeriesAnswer' });
export type SeriesAnswer = z.infer<typeof SeriesAnswer>;

export const EntriesQuery = z.strictObject({
  from: Day.optional(),
  to: Day.optional(),
  ...clockShape,
  ...waitShape,
  ...pageShape,
});
export type EntriesQuery = z.infer<typeof EntriesQuery>;

/** One line of the draw-down ledger. */
export const Entry = z
  .strictObject({
    day: Day,
    periodIndex: Count.nullable(),
    class: SpendClass,
    group: z.record(z.string(), z.string()).describe('The series group that the amount comes from'),
    amount: Money,
    counted: Money,
    balance: Money.describe('Counted in the period after this entry'),
    rule: z.string(),
    position: PositionToken,
  })
  .meta({ id: 'Entry' });
export type Entry = z.infer<typeof Entry>;

export const EntryList = listOf('EntryList', Entry, Meta);
export type EntryList = z.infer<typeof EntryList>;
