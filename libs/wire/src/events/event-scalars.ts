import { dayNumber } from '@app/calendar';
import { isCurrency } from '@app/money';
import { z } from 'zod';
import { canonicalDecimal, DECIMAL_PATTERN, decimalFault } from './decimal.js';
import {
  compareInstants,
  formatInstant,
  INSTANT_PATTERN,
  midnight,
  MONTH_PATTERN,
  parseInstant,
  parseMonth,
} from './instant.js';
import { EARLIEST_DAY, LATEST_DAY } from './limits.js';
import { type ReasonCode } from './reason-codes.js';

// Zod's `message` carries the reason code; the issue's path becomes the pointer.
export const orMissing =
  (code: ReasonCode) =>
  (issue: { readonly input?: unknown }): ReasonCode =>
    issue.input === undefined ? 'field-missing' : code;

const EARLIEST = midnight(dayNumber(EARLIEST_DAY));
const LATEST = midnight(dayNumber(LATEST_DAY));
const spanFault = (early: boolean, late: boolean): ReasonCode | undefined =>
  early ? 'time-too-early' : late ? 'time-too-late' : undefined;

function codePoints(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) count += 1;
  return count;
}

/** Characters are Unicode code points, as in JSON Schema. */
export function hasAtMost(text: string, max: number): boolean {
  return text.length <= max || (text.length <= 2 * max && codePoints(text) <= max);
}

export const refuse = (
  context: z.RefinementCtx,
  code: ReasonCode,
  input: unknown,
): typeof z.NEVER => {
  context.addIssue({ code: 'custom', message: code, input });
  return z.NEVER;
};

/** A text of 1 to `max` characters. */
export const text = (max: number): z.ZodString =>
  z
    .string({ error: orMissing('field-type') })
    .min(1, { error: 'text-empty' })
    .refine((value) => hasAtMost(value, max), { error: 'text-too-long' })
    .meta({ maxLength: max });

/** A text that may be blank, which means the same as leaving it out. */
export const blankable = (
  max: number,
): z.ZodPipe<z.ZodString, z.ZodTransform<string | undefined, string>> =>
  z
    .string({ error: orMissing('field-type') })
    .refine((value) => hasAtMost(value, max), { error: 'text-too-long' })
    .meta({ maxLength: max })
    .transform((value) => (value === '' ? undefined : value));

export const oneOf = <const T extends readonly string[]>(
  values: T,
): z.ZodEnum<{ [K in T[number]]: K }> => z.enum(values, { error: orMissing('value-not-listed') });

/** An amount of money: a decimal string; the result is canonical. */
export const Amount = z
  .string({ error: orMissing('money-must-be-string') })
  .meta({ pattern: DECIMAL_PATTERN })
  .transform((value, context) => {
    const code = decimalFault(value);
    return code === undefined ? canonicalDecimal(value) : refuse(context, code, value);
  });

const SAFE_INTEGER = {
  type: 'integer',
  minimum: Number.MIN_SAFE_INTEGER,
  maximum: Number.MAX_SAFE_INTEGER,
} as const;

/** A quantity: a decimal string, or a JSON integer below 2^53. */
export const Quantity = z
  .union([z.string().meta({ pattern: DECIMAL_PATTERN }), z.number().meta(SAFE_INTEGER)], {
    error: orMissing('field-type'),
  })
  .transform((value, context) => {
    if (typeof value === 'number') {
      return Number.isSafeInteger(value)
        ? canonicalDecimal(String(value))
        : refuse(context, 'quantity-not-exact', value);
    }
    const code = decimalFault(value);
    return code === undefined ? canonicalDecimal(value) : refuse(context, code, value);
  });

/** An RFC 3339 instant; the result is in UTC. */
export const EventInstant = z
  .string({ error: orMissing('instant-invalid') })
  .meta({ format: 'date-time', pattern: INSTANT_PATTERN })
  .transform((value, context) => {
    const instant = parseInstant(value);
    if (instant === undefined) return refuse(context, 'instant-invalid', value);
    const code = spanFault(
      compareInstants(instant, EARLIEST) < 0,
      compareInstants(instant, LATEST) >= 0,
    );
    return code === undefined ? formatInstant(instant) : refuse(context, code, value);
  });

const month = (value: string, context: z.RefinementCtx): string => {
  const first = parseMonth(value);
  if (first === undefined) return refuse(context, 'month-invalid', value);
  const code = spanFault(first < EARLIEST_DAY, first >= LATEST_DAY);
  return code === undefined ? first : refuse(context, code, value);
};

/** A month by its first day. */
export const Month = z
  .string({ error: orMissing('month-invalid') })
  .meta({ pattern: MONTH_PATTERN, examples: ['2027-08-01'] })
  .transform(month);

/** A month, or blank: the line is on no invoice yet. */
export const BlankableMonth = z
  .string({ error: orMissing('month-invalid') })
  .meta({ pattern: `^$|${MONTH_PATTERN}`, examples: ['2027-09-01'] })
  .transform((value, context) => (value === '' ? undefined : month(value, context)));

/** ISO 4217. */
export const EventCurrency = z
  .string({ error: orMissing('currency-unknown') })
  .refine(isCurrency, { error: 'currency-unknown' })
  .meta({ pattern: '^[A-Z]{3}$', examples: ['USD'] });
