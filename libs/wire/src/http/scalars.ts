import { z } from 'zod';

/** Answers `required` for an absent member and `code` for one of the wrong type. */
const or =
  (code: string) =>
  (issue: { readonly input?: unknown }): string =>
    issue.input === undefined ? 'required' : code;

/** A calendar day that exists, `YYYY-MM-DD`, between the years 1900 and 9999. */
function isRealDay(text: string): boolean {
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/**
 * Money: a plain decimal as a string, at most 20 integer and 18 fraction digits, in the currency of
 * the enclosing object. A JSON number is refused: it cannot hold a cent of 100 billion for sure.
 */
export const Money = z
  .string({ error: or('money-must-be-string') })
  .regex(/^-?\d{1,20}(\.\d{1,18})?$/, { error: 'money-invalid' })
  .meta({ id: 'Money', examples: ['61402118993.2741'] });
export type Money = z.infer<typeof Money>;

/** A ratio as a decimal string, `"0.6140"`. Its range is a rule of the clause that carries it. */
export const Ratio = z
  .string({ error: or('ratio-invalid') })
  .regex(/^-?\d{1,20}(\.\d{1,18})?$/, { error: 'ratio-invalid' })
  .meta({ id: 'Ratio', examples: ['0.6140'] });
export type Ratio = z.infer<typeof Ratio>;

/** A UTC day, `2027-08-11`. Ends of ranges are exclusive. */
export const Day = z
  .string({ error: or('day-invalid') })
  .regex(/^(19|[2-9]\d)\d\d-\d\d-\d\d$/, { error: 'day-invalid', abort: true })
  .refine(isRealDay, { error: 'day-invalid' })
  .meta({ id: 'Day', format: 'date', examples: ['2027-08-11'] });
export type Day = z.infer<typeof Day>;

/** An instant of recorded time, RFC 3339 in UTC with at most 6 fraction digits. */
export const Instant = z
  .string({ error: or('instant-invalid') })
  .regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?Z$/, {
    error: 'instant-invalid',
    abort: true,
  })
  .refine((text) => isRealDay(text.slice(0, 10)), { error: 'instant-invalid' })
  .meta({ id: 'Instant', format: 'date-time', examples: ['2027-08-11T14:00:00Z'] });
export type Instant = z.infer<typeof Instant>;

/** A name given by the client: 1 to 128 letters, digits, `.`, `_`, `:` or `-`, no leading sign. */
export const Identifier = z
  .string({ error: or('identifier-invalid') })
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/, { error: 'identifier-invalid' })
  .meta({ id: 'Identifier', examples: ['aws-100b'] });
export type Identifier = z.infer<typeof Identifier>;

/** ISO 4217 in its spelling; whether the currency exists is for the domain to say. */
export const Currency = z
  .string({ error: or('currency-unknown') })
  .regex(/^[A-Z]{3}$/, { error: 'currency-unknown' })
  .meta({ id: 'Currency', examples: ['USD'] });
export type Currency = z.infer<typeof Currency>;

/** A ledger position; opaque to clients, to be handed back as `minPosition`. */
export const PositionToken = z
  .string({ error: or('position-invalid') })
  .regex(/^(@?-?\d{1,9}:\d{1,19})(,@?-?\d{1,9}:\d{1,19}){0,999}$/, { error: 'position-invalid' })
  .meta({ id: 'PositionToken', examples: ['0:1204113,1:99812'] });
export type PositionToken = z.infer<typeof PositionToken>;

/** Why somebody did it; kept in the ledger for ever. */
export const Reason = z
  .string({ error: 'reason-required' })
  .trim()
  .min(1, { error: 'reason-required' })
  .max(1000, { error: 'text-too-long' })
  .refine((text) => !text.includes('\u0000'), { error: 'text-invalid' });

/** Text without NUL, which PostgreSQL cannot store, of 1 to `max` characters. */
export const text = (max: number): z.ZodString =>
  z
    .string()
    .min(1, { error: 'text-empty' })
    .max(max, { error: 'text-too-long' })
    // eslint-disable-next-line no-control-regex -- exactly the character that cannot be stored
    .regex(/^[^\u0000]*$/, { error: 'text-invalid' });

/** A count below 2^53, as a JSON number. */
export const Count = z.int().min(0);
