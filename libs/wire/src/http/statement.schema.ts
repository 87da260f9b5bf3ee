import { z } from 'zod';
import { DeltaCause } from './diff.schema.js';
import { ListMeta, listOf } from './meta.js';
import { NotCounted, PeriodState } from './position.schema.js';
import { pageShape, clockShape, waitShape, wholeNumber } from './queries.js';
import {
  Count,
  Currency,
  Day,
  Identifier,
  Instant,
  Money,
  PositionToken,
  Ratio,
} from './scalars.js';
import { SpendClass } from './terms.schema.js';

/** Every figure of a closed period, rounded half-even to the minor digits of the currency. */
export const StatementFigures = z
  .strictObject({
    minimum: Money,
    requirement: Money,
    counted: Money,
    carryIn: Money,
    carryUsed: Money,
    deferredIn: Money,
    deferredOut: Money,
    deferralLeft: Money,
    movedIn: Money,
    movedOut: Money,
    curedIn: Money.describe('Counted spend of the next period that a cure moved here'),
    curedOut: Money,
    gap: Money,
    shortfall: Money,
    excess: Money,
    newLot: Money,
    forgone: Money,
    lapsed: Money,
    overage: Money,
    provisional: Money,
    converted: Money.describe('Of all lines of the period, counted or not'),
    net: Money,
    list: Money,
    paid: Money,
    outstanding: Money,
    unclassified: Money,
  })
  .meta({ id: 'StatementFigures' });
export type StatementFigures = z.infer<typeof StatementFigures>;

const version = z.int().min(1);

/** Result of closing a period: immutable; a later version says what changed since. */
export const StatementAnswer = z
  .strictObject({
    commitmentId: Identifier,
    contractId: Identifier,
    periodIndex: Count,
    version,
    currency: Currency,
    start: Day,
    end: Day,
    state: PeriodState,
    incomplete: z.boolean().describe('The watermark had not reached the end of the period'),
    figures: StatementFigures,
    classes: z.array(
      z.strictObject({
        class: SpendClass,
        raw: Money,
        fraction: Ratio,
        cap: Money.nullable(),
        counted: Money,
      }),
    ),
    notCounted: z.array(NotCounted),
    versions: z
      .strictObject({
        contract: version,
        terms: version,
        ruleSet: version,
        priceBooks: z.array(z.strictObject({ priceBookId: Identifier, version })),
        fxTables: z.array(z.strictObject({ fxTableId: Identifier, version })),
      })
      .describe('Of all that was decided: the same versions and usage give the same figures'),
    position: PositionToken.describe('Everything recorded up to here was folded'),
    watermark: Day.nullable(),
    issuedAt: Instant,
    issuedBy: z.string(),
    reason: z.string(),
    inputsHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('SHA-256 of the canonical JSON (RFC 8785) of all that was folded'),
    delta: z
      .array(z.strictObject({ cause: DeltaCause, figure: z.string(), amount: Money }))
      .describe('Change since the version before: the parts of a figure add up to it exactly'),
  })
  .meta({ id: 'StatementAnswer' });
export type StatementAnswer = z.infer<typeof StatementAnswer>;

export const StatementSummary = z
  .strictObject({
    periodIndex: Count,
    version,
    start: Day,
    end: Day,
    state: PeriodState,
    incomplete: z.boolean(),
    counted: Money,
    shortfall: Money,
    issuedAt: Instant,
    inputsHash: z.string(),
  })
  .meta({ id: 'StatementSummary' });
export type StatementSummary = z.infer<typeof StatementSummary>;

/** `GET /v1/commitments/{commitmentId}/statements`: all versions, by period and version. */
export const StatementList = listOf('StatementList', StatementSummary, ListMeta);
export type StatementList = z.infer<typeof StatementList>;

export const StatementsQuery = z.strictObject({
  asOf: clockShape.asOf,
  ...pageShape,
  ...waitShape,
});
export type StatementsQuery = z.infer<typeof StatementsQuery>;

export const StatementQuery = z.strictObject({
  version: wholeNumber(1, 999_999_999, 'value-invalid').optional(),
});
export type StatementQuery = z.infer<typeof StatementQuery>;
