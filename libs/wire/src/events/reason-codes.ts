/**
 * Why an event stands in quarantine: the closed list of the published schema, each with the
 * sentence that its `detail` begins with.
 */
export const REASONS = {
  'value-empty': 'the record has no value',
  'content-type-unknown': 'the content-type header names no form of this topic',
  'record-too-large': 'the value is larger than 1 MiB',
  'byte-order-mark': 'the value begins with a byte order mark',
  'encoding-invalid': 'the bytes are not UTF-8',
  'json-invalid': 'not one JSON value',
  'batch-not-array': 'a batch is a JSON array of events',
  'batch-too-large': 'a batch holds at most 1,000 events',
  'event-too-large': 'the event is larger than 64 KiB',
  'event-not-object': 'an event is a JSON object',
  'nesting-too-deep': 'objects and arrays are nested deeper than 32 levels',
  'member-forbidden': 'a member must not be called __proto__',
  'text-nul': 'a text holds U+0000',
  'text-surrogate': 'a text holds a lone surrogate',
  'attribute-missing': 'a required attribute is missing',
  'specversion-unsupported': 'specversion must be 1.0',
  'type-unknown': 'type must be commitment.usage.v1',
  'type-version-unknown': 'this version of commitment.usage is not known',
  'source-invalid': 'source must be a URI-reference of 1 to 256 characters',
  'id-invalid': 'id must be a text of 1 to 256 characters without control characters',
  'sequence-invalid': 'sequence must be decimal digits of an unsigned 64-bit integer, as a string',
  'epoch-invalid': 'epoch must be decimal digits of an unsigned 64-bit integer, as a string',
  'dataschema-unknown': 'dataschema does not name the schema of commitment.usage.v1',
  'data-content-type-unsupported': 'datacontenttype must be application/json',
  'extension-invalid':
    'an extension attribute is a lower-case name with a text, integer or boolean',
  'field-missing': 'a required field is missing',
  'field-unknown': 'the schema has no such field',
  'field-type': 'the value has the wrong JSON type',
  'text-empty': 'the text is empty; leave the field out instead',
  'text-too-long': 'the text is too long',
  'value-not-listed': 'the value is not one of the list',
  'money-must-be-string': 'an amount must be a decimal string, never a JSON number',
  'quantity-not-exact': 'a quantity as a JSON number must be an integer below 2^53',
  'decimal-invalid': 'not a plain decimal',
  'decimal-too-long': 'more than 20 integer or 18 fraction digits',
  'instant-invalid': 'not an RFC 3339 instant with a zone and at most 9 fraction digits',
  'month-invalid': 'not the first day of a month, YYYY-MM-01',
  'time-too-early': 'before 2000-01-01',
  'time-too-late': 'too far in the future',
  'period-reversed': 'chargePeriodEnd is exclusive and must lie after chargePeriodStart',
  'period-too-long': 'chargePeriodEnd lies more than 3 years after chargePeriodStart',
  'no-quantity-and-no-cost': 'the line has neither a quantity nor a cost',
  'quantity-missing': 'consumedUnit without consumedQuantity',
  'unit-missing': 'consumedQuantity without consumedUnit',
  'currency-missing': 'a cost without billingCurrency',
  'currency-unknown': 'not an ISO 4217 currency code',
  'too-many-tags': 'more than 32 tags',
  conflict: 'the same identity was recorded before with other content; the first stands',
  'sequence-fragmented': 'the sequence numbers of this epoch are scattered too widely',
  'usage-block-invalid': 'the usage block cannot be read',
  'record-batch-too-large': 'the record batch grows beyond 64 MiB when decompressed',
} as const;

export type ReasonCode = keyof typeof REASONS;

export const REASON_CODES = Object.keys(REASONS) as readonly ReasonCode[];

/** One broken rule: its code and where, as an RFC 6901 pointer into the event. */
export interface Fault {
  readonly code: ReasonCode;
  readonly pointer: string;
  readonly detail: string;
}

const SHOWN_CHARACTERS = 80;

/** The fault with its sentence and, where it helps, the refused value cut to 80 characters. */
export function fault(code: ReasonCode, pointer: string, value?: unknown): Fault {
  const shown = value === undefined ? undefined : JSON.stringify(value);
  const suffix = shown === undefined ? '' : `: ${shown.slice(0, SHOWN_CHARACTERS)}`;
  return { code, pointer, detail: `${REASONS[code]}${suffix}` };
}

/** RFC 6901: appends one reference token. */
export function child(pointer: string, key: PropertyKey): string {
  return `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
