import fc from 'fast-check';
import { ARBITRARY_NOW, commonEvent, usageEvent } from '../testing/usage-event.arbitrary.js';
import { EXAMPLE, structured } from '../testing/usage-record.js';
import { judge } from '../testing/judge.js';
import { canonicalEvent, canonicalJson, contentEquals, parseCanonical } from './canonical.js';
import { decodeRecord } from './decode-record.js';
import { type UsageEvent } from './usage-event.js';

const event = fc.oneof(usageEvent, commonEvent);

/** The same JSON value with the members of every object in reverse order. */
function reversed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(reversed);
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, reversed(item)]),
  );
}

describe('canonicalJson', () => {
  it('sorts by UTF-16 code units and escapes as ECMAScript does (RFC 8785, 3.2.3 and 3.2.2.2)', () => {
    const members = {
      '\u20ac': 'Euro',
      '\r': 'CR',
      '\ufb33': 'Dalet',
      '1': 'One',
      '\ud83d\ude00': 'Smiley',
      '\u0080': 'Control',
      '\u00f6': 'o',
    };
    expect(canonicalJson(members)).toBe(
      '{"\\r":"CR","1":"One","\u0080":"Control","ö":"o","€":"Euro","😀":"Smiley","\ufb33":"Dalet"}',
    );
    expect(canonicalJson({ b: ['\u20ac$\u000f\nA\'B"\\\\"/', true, null], a: {} })).toBe(
      '{"a":{},"b":["€$\\u000f\\nA\'B\\"\\\\\\\\\\"/",true,null]}',
    );
  });
});

describe('the canonical form of an event', () => {
  it('of the example', () => {
    expect(canonicalEvent(judge(EXAMPLE) as UsageEvent)).toBe(
      '{"data":{"accelerator":"trainium2","billingAccountId":"123456789012","chargeCategory":"Usage",' +
        '"chargePeriodEnd":"2027-08-11T15:00:00Z","chargePeriodStart":"2027-08-11T14:00:00Z",' +
        '"consumedQuantity":"1234567","consumedUnit":"tokens","model":"claude-sonnet-4-6",' +
        '"regionId":"us-east-2","serviceName":"Bedrock","skuId":"claude-sonnet-4-6:input:us-east-2",' +
        '"skuMeter":"input_tokens","subAccountId":"111122223333","workload":"inference"},' +
        '"epoch":"3","id":"be7c-000123","sequence":"123","source":"exporter/bedrock/us-east-2",' +
        '"specversion":"1.0","time":"2027-08-12T03:10:00Z","type":"commitment.usage.v1"}',
    );
  });

  it('is read back as the same event', () => {
    fc.assert(
      fc.property(event, (given) => {
        expect(parseCanonical(canonicalEvent(given))).toEqual(given);
      }),
    );
  });

  it('is itself accepted, and canonical already', () => {
    fc.assert(
      fc.property(event, (given) => {
        const text = canonicalEvent(given);
        const [decoded] = decodeRecord(structured(text), { now: ARBITRARY_NOW });
        expect(decoded?.ok === true && canonicalEvent(decoded.event)).toBe(text);
      }),
    );
  });

  it('does not depend on the order of members', () => {
    fc.assert(
      fc.property(event, (given) => {
        expect(contentEquals(reversed(given) as UsageEvent, given)).toBe(true);
      }),
    );
  });

  it('differs when anything differs, be it only the time', () => {
    const at = (time: string): UsageEvent => judge({ ...EXAMPLE, time }) as UsageEvent;
    expect(contentEquals(at('2027-08-12T03:10:00Z'), at('2027-08-12T03:10:00.001Z'))).toBe(false);
  });

  it('is not read from another text', () => {
    expect(() => parseCanonical('{"specversion":"1.0","type":"other"}')).toThrow('canonical');
  });
});
