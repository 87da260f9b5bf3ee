import { z } from 'zod';
import { ListMeta, listOf } from './meta.js';
import { clockShape, pageShape, waitShape } from './queries.js';
import { Count, Currency, Day, Identifier, Instant, Reason } from './scalars.js';

/** Units of the table's currency for one unit of `currency`, in a month or on a day. */
export const FxRate = z
  .strictObject({
    currency: Currency,
    month: Day.optional().describe('First day of the month; give this or day'),
    day: Day.optional(),
    rate: z.string().max(40).describe('Above 0, at most 10 decimals'),
    correction: z.boolean().optional().describe('Replaces a rate that is already there'),
  })
  .meta({ id: 'FxRate' });
export type FxRate = z.infer<typeof FxRate>;

const rates = z.array(FxRate).max(10_000);

/** `POST /v1/fx-tables` */
export const CreateFxTableBody = z
  .strictObject({ fxTableId: Identifier, currency: Currency, rates, reason: Reason })
  .meta({ id: 'CreateFxTableBody' });
export type CreateFxTableBody = z.infer<typeof CreateFxTableBody>;

/** `POST /v1/fx-tables/{fxTableId}/rates` */
export const AddFxRatesBody = z
  .strictObject({ rates: rates.min(1), reason: Reason })
  .meta({ id: 'AddFxRatesBody' });
export type AddFxRatesBody = z.infer<typeof AddFxRatesBody>;

export const FxTableChangedAnswer = z
  .strictObject({
    fxTableId: Identifier,
    version: Count,
    position: z.string(),
    dryRun: z.boolean(),
  })
  .meta({ id: 'FxTableChangedAnswer' });
export type FxTableChangedAnswer = z.infer<typeof FxTableChangedAnswer>;

/** A table with all its rates in the order of publication: a later one replaces an earlier one. */
export const FxTableAnswer = z
  .strictObject({
    fxTableId: Identifier,
    currency: Currency,
    version: Count,
    rates: z.array(FxRate),
    createdAt: Instant,
    changedAt: Instant,
  })
  .meta({ id: 'FxTableAnswer' });
export type FxTableAnswer = z.infer<typeof FxTableAnswer>;

export const FxTableList = listOf('FxTableList', FxTableAnswer, ListMeta);
export type FxTableList = z.infer<typeof FxTableList>;

/** Rates are read from the events themselves, so they include every write: nothing to wait for. */
export const FxTablesQuery = z.strictObject({
  asOf: clockShape.asOf,
  ...waitShape,
  ...pageShape,
});
export type FxTablesQuery = z.infer<typeof FxTablesQuery>;

export const FxTableQuery = z.strictObject({ asOf: clockShape.asOf, ...waitShape });
export type FxTableQuery = z.infer<typeof FxTableQuery>;
