import fc from 'fast-check';
import { ARBITRARY_NOW, commonEvent, usageEvent } from '../testing/usage-event.arbitrary.js';
import { canonicalEvent } from './canonical.js';
import { fastEvent } from './fast-event.js';
import { wholeSeconds } from './fast-instant.js';
import { USAGE_EVENT_TYPE } from './usage-event.js';
import { validateEvent, type Validated } from './validate-event.js';

/** Values of every sort in every place; most of them wrong there. */
const anything = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    '0',
    '-0',
    '1.50',
    '007',
    '1e3',
    'x',
    'é',
    'Usage',
    'USD',
    'tokens',
    null,
    5,
    -0,
    1.5,
    true,
    [],
    {},
    '2027-02-28T00:00:00Z',
    '2027-02-29T00:00:00Z',
    '2027-08-11T24:00:00Z',
    '1999-12-31T23:59:59Z',
    '2024-02-29T12:00:00Z',
    '2027-08-11T14:00:00',
    '2027-08-11T14:00:00.000Z',
    '18446744073709551616',
    'x'.repeat(129),
    'x'.repeat(257),
    { a: 'b' },
    { a: 1 },
    { ['x'.repeat(65)]: '' },
    Object.fromEntries(Array.from({ length: 33 }, (_, i) => [`k${i}`, ''])),
  ),
  fc.string({ maxLength: 5 }),
);
const field = fc.constantFrom(
  'specversion',
  'type',
  'source',
  'id',
  'epoch',
  'sequence',
  'time',
  'datacontenttype',
  'traceparent',
  'team',
  'constructor',
  'data.chargePeriodStart',
  'data.chargePeriodEnd',
  'data.chargeCategory',
  'data.consumedQuantity',
  'data.consumedUnit',
  'data.billedCost',
  'data.billingCurrency',
  'data.skuId',
  'data.workload',
  'data.tags',
  'data.invoiceId',
  'data.resourceId',
  'data.foo',
);

const outcome = (validated: Validated): unknown =>
  validated.ok ? canonicalEvent(validated.event) : validated;

describe('the fast path', () => {
  it('accepts nothing that the schema refuses, and reads the same', () => {
    let fast = 0;
    fc.assert(
      fc.property(
        fc.oneof(usageEvent, commonEvent),
        fc.array(fc.tuple(field, anything), { maxLength: 2 }),
        (event, changes) => {
          const { extensions, ...attributes } = event;
          const sent: Record<string, unknown> = structuredClone({
            specversion: '1.0',
            type: USAGE_EVENT_TYPE,
            ...extensions,
            ...attributes,
          });
          for (const [path, value] of changes) {
            const name = path.replace('data.', '');
            if (path.startsWith('data.')) (sent.data as Record<string, unknown>)[name] = value;
            else sent[name] = value;
          }
          const text = JSON.stringify(sent);
          const bySchema = validateEvent(JSON.parse(text), ARBITRARY_NOW, false);
          const byBoth = validateEvent(JSON.parse(text), ARBITRARY_NOW, !text.includes('\\'));
          expect(outcome(byBoth)).toEqual(outcome(bySchema));
          if (fastEvent(JSON.parse(text) as Record<string, unknown>)) fast += 1;
        },
      ),
      { numRuns: 800 },
    );
    expect(fast).toBeGreaterThan(80);
  });
});

describe('wholeSeconds', () => {
  it('agrees with Date on every second that exists', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(1, 0, 1) / 1000, max: Date.UTC(9999, 11, 31) / 1000 }),
        (seconds) => {
          const text = new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
          expect(wholeSeconds(text)).toBe(seconds);
        },
      ),
    );
  });

  it.each([
    '2027-02-29T00:00:00Z',
    '2100-02-29T00:00:00Z',
    '2027-13-01T00:00:00Z',
    '2027-00-10T00:00:00Z',
    '2027-04-31T00:00:00Z',
    '2027-08-11T24:00:00Z',
    '2027-08-11T14:60:00Z',
    '2027-08-11T14:00:60Z',
    '2027-08-11T14:00:00z',
    '2027-8-11T14:00:00ZZ',
    '+027-08-11T14:00:00Z',
  ])('knows no %s', (text) => {
    expect(wholeSeconds(text)).toBeNaN();
  });
});
