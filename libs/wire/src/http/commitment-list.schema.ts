import { z } from 'zod';
import { ListMeta, listOf } from './meta.js';
import { Pace, PositionStatus, TermFigures } from './position.schema.js';
import { clockShape, pageShape, waitShape } from './queries.js';
import { Count, Currency, Day, Identifier, Money } from './scalars.js';

/** The headline of a position, for the portfolio. */
export const PositionHeadline = z
  .strictObject({
    status: PositionStatus,
    term: TermFigures,
    period: z
      .strictObject({
        index: Count,
        start: Day,
        end: Day,
        requirement: Money,
        counted: Money,
        gap: Money,
      })
      .nullable()
      .describe('The period that runs; null before the first and after the last'),
    pace: Pace.nullable(),
    watermark: Day.nullable(),
  })
  .meta({ id: 'PositionHeadline' });
export type PositionHeadline = z.infer<typeof PositionHeadline>;

export const CommitmentSummary = z
  .strictObject({
    commitmentId: Identifier,
    contractId: Identifier,
    name: z.string(),
    provider: z.string(),
    category: z.enum(['SPEND', 'USAGE']),
    currency: Currency,
    start: Day,
    end: Day,
    termsVersion: z.int().min(1),
    position: PositionHeadline.nullable().describe('With include=position; else null'),
  })
  .meta({ id: 'CommitmentSummary' });
export type CommitmentSummary = z.infer<typeof CommitmentSummary>;

export const CommitmentList = listOf('CommitmentList', CommitmentSummary, ListMeta);
export type CommitmentList = z.infer<typeof CommitmentList>;

export const CommitmentsQuery = z.strictObject({
  include: z.literal('position', { error: 'include-unknown' }).optional(),
  ...clockShape,
  ...waitShape,
  ...pageShape,
});
export type CommitmentsQuery = z.infer<typeof CommitmentsQuery>;
