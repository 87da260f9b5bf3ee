import type { TestRecord } from '../support/index.js';

/** One way to send a bad event, and the reason code under which it must stand in quarantine. */
export interface BadKind {
  readonly name: string;
  readonly code: string;
  /** The record of the `n`-th event of this kind. */
  record(source: string, n: number): TestRecord;
}

const STRUCTURED = { 'content-type': 'application/cloudevents+json' };
const BATCH = { 'content-type': 'application/cloudevents-batch+json' };

type Json = Record<string, unknown>;

export function goodEvent(source: string, id: string, data: Json = {}): Json {
  return {
    specversion: '1.0',
    type: 'commitment.usage.v1',
    source,
    id,
    data: {
      chargePeriodStart: '2026-08-11T14:00:00Z',
      billedCost: '1',
      billingCurrency: 'USD',
      ...data,
    },
  };
}

const structured = (source: string, value: string | Buffer | null): TestRecord => ({
  key: source,
  value,
  headers: STRUCTURED,
});

const bytes = (
  name: string,
  code: string,
  value: (good: string) => string | Buffer | null,
): BadKind => ({
  name,
  code,
  record: (source, n) =>
    structured(source, value(JSON.stringify(goodEvent(source, `${name}-${n}`)))),
});

const event = (name: string, code: string, change: (good: Json) => Json): BadKind => ({
  name,
  code,
  record: (source, n) =>
    structured(source, JSON.stringify(change(goodEvent(source, `${name}-${n}`)))),
});

const line = (name: string, code: string, data: Json): BadKind => ({
  name,
  code,
  record: (source, n) =>
    structured(source, JSON.stringify(goodEvent(source, `${name}-${n}`, data))),
});

const nested = (levels: number): unknown =>
  Array.from({ length: levels }).reduce((inner: unknown) => [inner], 'x');

/** The bytes themselves are wrong. */
const BYTES: readonly BadKind[] = [
  bytes('empty-value', 'value-empty', () => ''),
  bytes('null-value', 'value-empty', () => null),
  bytes('not-json', 'json-invalid', () => 'source=billing'),
  bytes('truncated', 'json-invalid', (good) => good.slice(0, -3)),
  bytes('two-values', 'json-invalid', (good) => good + good),
  bytes('invalid-utf8', 'encoding-invalid', (good) =>
    Buffer.concat([Buffer.from(good.slice(0, -2)), Buffer.from([0xc3, 0x28]), Buffer.from('}}')]),
  ),
  bytes('bom', 'byte-order-mark', (good) => `\ufeff${good}`),
  bytes('proto', 'member-forbidden', (good) => good.replace('{', '{"__proto__":{"admin":true},')),
  bytes('lone-surrogate', 'text-surrogate', (good) =>
    good.replace('"billedCost"', '"serviceName":"\\ud800","billedCost"'),
  ),
  bytes('nul', 'text-nul', (good) =>
    good.replace('"billedCost"', '"serviceName":"a\\u0000b","billedCost"'),
  ),
  bytes('too-large', 'event-too-large', (good) => good + ' '.repeat(65_537 - good.length)),
];

/** The envelope is wrong. */
const ENVELOPE: readonly BadKind[] = [
  {
    name: 'wrong-content-type',
    code: 'content-type-unknown',
    record: (source, n) => ({
      key: source,
      value: JSON.stringify(goodEvent(source, `wrong-content-type-${n}`)),
      headers: { 'content-type': 'text/csv' },
    }),
  },
  {
    name: 'binary-without-id',
    code: 'attribute-missing',
    record: (source) => ({
      key: source,
      value: JSON.stringify(goodEvent(source, 'x').data),
      headers: {
        'content-type': 'application/json',
        ce_specversion: '1.0',
        ce_type: 'commitment.usage.v1',
        ce_source: source,
      },
    }),
  },
  {
    name: 'batch-of-1001',
    code: 'batch-too-large',
    record: (source, n) => ({
      key: source,
      value: JSON.stringify(
        Array.from({ length: 1_001 }, (_, index) => goodEvent(source, `b-${n}-${index}`)),
      ),
      headers: BATCH,
    }),
  },
  event('unknown-version', 'type-version-unknown', (good) => ({
    ...good,
    type: 'commitment.usage.v2',
  })),
  event('foreign-type', 'type-unknown', (good) => ({ ...good, type: 'com.example.thing' })),
  event('sequence-too-large', 'sequence-invalid', (good) => ({
    ...good,
    epoch: '1',
    sequence: '18446744073709551616',
  })),
  event('deep', 'nesting-too-deep', (good) => ({ ...good, data: { x: nested(33) } })),
];

const DECIMALS = ['1e3', 'NaN', 'Infinity', '', ' 1', '1,0', '+1', '0x10', '１', '007'];

/** The usage line is wrong. */
const LINES: readonly BadKind[] = [
  ...DECIMALS.map((billedCost, index) =>
    line(`decimal-${index}`, 'decimal-invalid', { billedCost }),
  ),
  line('21-integer-digits', 'decimal-too-long', { billedCost: '1'.repeat(21) }),
  line('19-fraction-digits', 'decimal-too-long', { billedCost: `0.${'1'.repeat(19)}` }),
  line('cost-as-number', 'money-must-be-string', { billedCost: 1 }),
  line('quantity-2-53', 'quantity-not-exact', {
    consumedQuantity: 9007199254740992,
    consumedUnit: 'tokens',
  }),
  line('before-2000', 'time-too-early', { chargePeriodStart: '1999-12-31T23:59:59Z' }),
  line('year-9999', 'time-too-late', { chargePeriodStart: '9999-01-01T00:00:00Z' }),
  line('hour-24', 'instant-invalid', { chargePeriodStart: '2027-08-11T24:00:00Z' }),
  line('second-60', 'instant-invalid', { chargePeriodStart: '2027-08-11T14:00:60Z' }),
  line('29-february', 'instant-invalid', { chargePeriodStart: '2027-02-29T00:00:00Z' }),
  line('no-zone', 'instant-invalid', { chargePeriodStart: '2027-08-11T14:00:00' }),
  line('neither', 'no-quantity-and-no-cost', { billedCost: undefined, billingCurrency: undefined }),
  line('unknown-field', 'field-unknown', { billedCosts: '1' }),
  line('no-currency', 'currency-missing', { billingCurrency: undefined }),
  line('33-tags', 'too-many-tags', {
    tags: Object.fromEntries(Array.from({ length: 33 }, (_, n) => [`tag${n}`, 'x'])),
  }),
];

/** Every kind of the bad-input table for records on Kafka. */
export const BAD_KINDS: readonly BadKind[] = [...BYTES, ...ENVELOPE, ...LINES];
