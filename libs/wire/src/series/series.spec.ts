import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { canonicalJson } from '../events/canonical.js';
import { type UsageEvent } from '../events/usage-event.js';
import { judge } from '../testing/judge.js';
import { EXAMPLE, exampleWith } from '../testing/usage-record.js';
import { usageEvent } from '../testing/usage-event.arbitrary.js';
import { eventCell } from './event-cell.js';
import { reports } from './measures.js';
import { seriesAttributes } from './series-attributes.js';
import { parseSeriesKey, seriesDigest, seriesKeyJson } from './series-key.js';

const event = (data: object = {}): UsageEvent => judge(exampleWith(data)) as UsageEvent;
const KEY =
  '{"accelerator":"trainium2","billingAccountId":"123456789012","chargeCategory":"Usage","consumedUnit":"tokens",' +
  '"invoiced":false,"mask":1,"model":"claude-sonnet-4-6","regionId":"us-east-2","serviceName":"Bedrock",' +
  '"skuId":"claude-sonnet-4-6:input:us-east-2","skuMeter":"input_tokens","source":"exporter/bedrock/us-east-2",' +
  '"subAccountId":"111122223333","workload":"inference"}';

describe('a series', () => {
  it('is named by the first 16 bytes of SHA-256 of its canonical attributes', () => {
    const attributes = seriesAttributes(event());
    expect(seriesKeyJson(attributes)).toBe(KEY);
    expect(seriesDigest(attributes).toString('hex')).toBe(
      createHash('sha256').update(KEY).digest('hex').slice(0, 32),
    );
  });

  it('is read back from its attributes', () => {
    fc.assert(
      fc.property(usageEvent, (given) => {
        const attributes = seriesAttributes(given);
        expect(parseSeriesKey(seriesKeyJson(attributes))).toEqual(attributes);
      }),
    );
  });

  it('has the canonical JSON of RFC 8785', () => {
    fc.assert(
      fc.property(usageEvent, (given) => {
        const { mask, ...textual } = seriesAttributes(given);
        const canonical = canonicalJson({ ...textual, mask: '#' });
        expect(seriesKeyJson(seriesAttributes(given))).toBe(
          canonical.replace('"mask":"#"', `"mask":${mask}`),
        );
      }),
    );
  });

  const COSTS = {
    billingCurrency: 'USD',
    billedCost: '1',
    listCost: '2',
    contractedCost: '3',
    effectiveCost: '4',
  };
  it.each<[string, object, number]>([
    ['a quantity', {}, 0b00001],
    ['a quantity and a billed cost', { billingCurrency: 'USD', billedCost: '0' }, 0b00011],
    ['everything', COSTS, 0b11111],
    [
      'an effective cost',
      {
        ...COSTS,
        billedCost: undefined,
        listCost: undefined,
        contractedCost: undefined,
        consumedQuantity: undefined,
        consumedUnit: undefined,
      },
      0b10000,
    ],
  ])('of lines that report %s has the mask %#', (_, data, mask) => {
    expect(seriesAttributes(event(data)).mask).toBe(mask);
  });

  it('says what its mask means', () => {
    expect([
      reports(0b10, 'quantity'),
      reports(0b10, 'billed'),
      reports(0b10000, 'effective'),
    ]).toEqual([false, true, true]);
  });

  it.each<[string, object]>([
    ['the invoice', { invoiceId: 'i-1' }],
    ['the currency', { billingCurrency: 'EUR' }],
    ['the billing month', { billingPeriodStart: '2027-08-01' }],
    ['the corrected month', { correctedBillingPeriodStart: '2027-07-01' }],
    ['the class', { chargeClass: 'Correction' }],
    ['the category', { chargeCategory: 'Adjustment' }],
    ['a cost', { billingCurrency: 'USD', listCost: '1' }],
  ])('is another one when %s is', (_, data) => {
    expect(seriesDigest(seriesAttributes(event(data)))).not.toEqual(
      seriesDigest(seriesAttributes(event())),
    );
  });

  it.each<[string, object]>([
    ['the invoice is another one', { invoiceId: 'i-2' }],
    ['tags differ', { invoiceId: 'i-1', tags: { a: 'b' } }],
    ['amounts differ', { invoiceId: 'i-1', consumedQuantity: '7' }],
  ])('stays the same when %s', (_, data) => {
    expect(seriesAttributes(event(data))).toEqual(seriesAttributes(event({ invoiceId: 'i-1' })));
  });
});

describe('the cell of an event', () => {
  // 2027-08-11 is day 21,041: 57 years with 14 leap days, and 222 days of 2027 before it.
  const DAY = 57 * 365 + 14 + 222;
  it.each<[string, string, string | undefined, number, number]>([
    ['an hour', '2027-08-11T14:00:00Z', '2027-08-11T15:00:00Z', DAY, DAY + 1],
    ['an instant', '2027-08-11T23:59:59.999999999Z', undefined, DAY, DAY + 1],
    ['a whole day', '2027-08-11T00:00:00Z', '2027-08-12T00:00:00Z', DAY, DAY + 1],
    [
      'a day and a nanosecond',
      '2027-08-11T00:00:00Z',
      '2027-08-12T00:00:00.000000001Z',
      DAY,
      DAY + 2,
    ],
    ['a night', '2027-08-10T23:30:00Z', '2027-08-11T00:30:00Z', DAY - 1, DAY + 1],
    ['August', '2027-08-01T00:00:00Z', '2027-09-01T00:00:00Z', DAY - 10, DAY + 21],
    ['an offset', '2027-08-11T01:00:00+02:00', undefined, DAY - 1, DAY],
  ])('of %s', (_, chargePeriodStart, chargePeriodEnd, startDay, endDay) => {
    expect(eventCell(event({ chargePeriodStart, chargePeriodEnd }))).toMatchObject({
      startDay,
      endDay,
    });
  });

  it('holds exact amounts in units of 10^-18, and null for what is not reported', () => {
    const { measures } = eventCell(
      event({
        billingCurrency: 'USD',
        billedCost: '-0.10',
        effectiveCost: '99999999999999999999.999999999999999999',
      }),
    );
    expect(measures).toEqual([1_234_567n * 10n ** 18n, -(10n ** 17n), null, null, 10n ** 38n - 1n]);
    expect(EXAMPLE.data.consumedQuantity).toBe('1234567');
  });
});
