import { z } from 'zod';
import { EventInstant, hasAtMost } from './event-scalars.js';
import { LIMITS } from './limits.js';
import { type ReasonCode } from './reason-codes.js';
import { USAGE_EVENT_TYPE, USAGE_SCHEMA_FILE, USAGE_SCHEMA_ID } from './usage-event.js';
import { UsageLineSchema } from './usage-line.schema.js';

const orAbsent =
  (code: ReasonCode) =>
  (issue: { readonly input?: unknown }): ReasonCode =>
    issue.input === undefined ? 'attribute-missing' : code;

/** RFC 3986, appendix A: the characters of a URI-reference. */
const URI_REFERENCE = /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/;
// CloudEvents 1.0, type system: a String holds no control characters.
// eslint-disable-next-line no-control-regex -- exactly the characters that CloudEvents forbids
const WITHOUT_CONTROLS = /^[^\u0000-\u001f\u007f-\u009f]+$/;
const COUNTER = /^\d{1,20}$/;
const LARGEST_COUNTER = 2n ** 64n - 1n;
/** RFC 9110 media type with optional parameters. */
const JSON_TYPE = /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i;

const counter = (code: ReasonCode) =>
  z
    .string({ error: code })
    .regex(COUNTER, { error: code, abort: true })
    .refine((digits) => BigInt(digits) <= LARGEST_COUNTER, { error: code })
    .transform((digits) => BigInt(digits).toString());

const Identifier = z
  .string({ error: orAbsent('id-invalid') })
  .regex(WITHOUT_CONTROLS, { error: 'id-invalid' })
  .refine((value) => hasAtMost(value, LIMITS.idCharacters), { error: 'id-invalid' })
  .meta({ maxLength: LIMITS.idCharacters });

/** The CloudEvents attributes that have rules here; every other one is an extension attribute. */
export const ENVELOPE = {
  specversion: z.literal('1.0', { error: orAbsent('specversion-unsupported') }),
  type: z.literal(USAGE_EVENT_TYPE, {
    error: (issue) =>
      typeof issue.input === 'string' && /^commitment\.usage\.v\d+$/.test(issue.input)
        ? 'type-version-unknown'
        : orAbsent('type-unknown')(issue),
  }),
  source: z
    .string({ error: orAbsent('source-invalid') })
    .max(LIMITS.sourceCharacters, { error: 'source-invalid' })
    .regex(URI_REFERENCE, { error: 'source-invalid' })
    .describe('URI-reference; names the exporter stream'),
  id: Identifier.describe('Unique within source for ever; a retry repeats it'),
  epoch: counter('epoch-invalid')
    .optional()
    .describe('An exporter that lost its counter starts a new, larger epoch'),
  sequence: counter('sequence-invalid')
    .optional()
    .describe('Grows by one per event within (source, epoch), starting at 0'),
  time: EventInstant.optional().describe('When the exporter emitted it'),
  datacontenttype: z
    .string({ error: 'data-content-type-unsupported' })
    .regex(JSON_TYPE, { error: 'data-content-type-unsupported' })
    .optional(),
  dataschema: z
    .string({ error: 'dataschema-unknown' })
    .refine((uri) => uri === USAGE_SCHEMA_ID || uri.split('/').at(-1) === USAGE_SCHEMA_FILE, {
      error: 'dataschema-unknown',
    })
    .optional()
    .describe(`${USAGE_SCHEMA_ID}, or a URI that ends in ${USAGE_SCHEMA_FILE}`),
  traceparent: z
    .string({ error: 'extension-invalid' })
    .optional()
    .describe('W3C trace context; kept, carried on to alerts and webhooks'),
} as const;

/**
 * CloudEvents 1.0, type system: Integer and Boolean have the same meaning as their text, which is
 * how the binary form carries them; so the text is what is kept.
 */
const Extension = z
  .union([z.string(), z.int32(), z.boolean()], { error: 'extension-invalid' })
  .transform(String);

/** The whole event as sent in JSON, `null` attributes left out. */
export const UsageEventSchema = z
  .object({ ...ENVELOPE, data: UsageLineSchema }, { error: 'event-not-object' })
  .catchall(Extension)
  .meta({ id: 'UsageEvent' });
