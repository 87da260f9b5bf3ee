import { z } from 'zod';
import { Meta } from './meta.js';
import { waitShape } from './queries.js';
import { Count, Currency, Identifier, Instant, Money } from './scalars.js';

export const DiffQuery = z
  .strictObject({
    from: Instant.describe('Recorded time of the first figures'),
    to: Instant.optional().describe('Recorded time of the second ones; default now'),
    ...waitShape,
  })
  .refine(({ from, to }) => to === undefined || Date.parse(from) < Date.parse(to), {
    path: ['to'],
    error: 'period-empty',
  });
export type DiffQuery = z.infer<typeof DiffQuery>;

export const DeltaCause = z
  .enum(['LATE_USAGE', 'CORRECTION', 'RULES', 'PRICE', 'FX', 'TERMS', 'EARLIER_PERIOD'])
  .meta({ id: 'DeltaCause' });
export type DeltaCause = z.infer<typeof DeltaCause>;

/** A figure that changed; its causes add up to `change` exactly, in the order of application. */
export const FigureChange = z
  .strictObject({
    periodIndex: Count.nullable().describe('null: of the whole term'),
    figure: z
      .enum([
        'minimum',
        'requirement',
        'counted',
        'notCounted',
        'carryIn',
        'carryUsed',
        'deferredIn',
        'gap',
        'deferredOut',
        'shortfall',
        'excess',
      ])
      .describe('As the position names it; notCounted is the sum of its rows'),
    before: Money,
    after: Money,
    change: Money,
    causes: z.array(z.strictObject({ cause: DeltaCause, amount: Money })),
  })
  .meta({ id: 'FigureChange' });
export type FigureChange = z.infer<typeof FigureChange>;

/** `GET …/diff`: why figures changed between two moments. */
export const DiffAnswer = z
  .strictObject({
    commitmentId: Identifier,
    currency: Currency,
    from: Instant,
    to: Instant,
    changes: z.array(FigureChange).describe('Figures without any change are left out'),
    meta: Meta,
  })
  .meta({ id: 'DiffAnswer' });
export type DiffAnswer = z.infer<typeof DiffAnswer>;
