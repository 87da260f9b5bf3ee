import { z } from 'zod';
import { Day, Instant, PositionToken } from './scalars.js';

/** A whole number in a query string, inside bounds; anything else is refused by `code`. */
export const wholeNumber = (
  min: number,
  max: number,
  code: string,
): z.ZodPipe<z.ZodString, z.ZodTransform<number, string>> =>
  z
    .string({ error: code })
    .regex(/^\d{1,9}$/, { error: code })
    .refine((text) => Number(text) >= min && Number(text) <= max, { error: code })
    .transform(Number)
    // What a client sends is digits; to say so as a number is what generators understand.
    .meta({ type: 'integer', minimum: min, maximum: max });

/** `true` or `false` in a query string. */
export const Flag = z
  .enum(['true', 'false'], { error: 'flag-invalid' })
  .transform((text) => text === 'true');

/** Read your writes: wait for a position, at most `waitMs` milliseconds. */
export const waitShape = {
  minPosition: PositionToken.optional(),
  waitMs: wholeNumber(0, 10_000, 'wait-invalid').optional(),
};

/** The two clocks of every read of ledger state. */
export const clockShape = { asOf: Instant.optional(), through: Day.optional() };

export const pageShape = {
  limit: wholeNumber(1, 1000, 'limit-invalid').optional(),
  cursor: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,2048}$/, { error: 'cursor-invalid' })
    .optional(),
};

/** No query parameter is known: each that is sent is refused by name. */
export const NoQuery = z.strictObject({});
export type NoQuery = z.infer<typeof NoQuery>;

export const ReadQuery = z.strictObject({ ...clockShape, ...waitShape });
export type ReadQuery = z.infer<typeof ReadQuery>;

export const WaitQuery = z.strictObject(waitShape);
export type WaitQuery = z.infer<typeof WaitQuery>;

/** A list of what is no ledger state: it holds every write at once. */
export const ListQuery = z.strictObject(pageShape);
export type ListQuery = z.infer<typeof ListQuery>;

export const DryRunQuery = z.strictObject({ dryRun: Flag.optional() });
export type DryRunQuery = z.infer<typeof DryRunQuery>;
