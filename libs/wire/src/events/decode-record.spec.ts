import {
  batch,
  binary,
  EXAMPLE,
  exampleWith,
  NOW,
  recordOf,
  structured,
} from '../testing/usage-record.js';
import { type DecodedEvent, decodeRecord, type UsageRecord } from './decode-record.js';

const decode = (record: UsageRecord): DecodedEvent[] => decodeRecord(record, { now: NOW });
/** `ok`, or the reason code. */
const verdicts = (record: UsageRecord): string[] =>
  decode(record).map((each) => (each.ok ? 'ok' : each.code));

const { data, datacontenttype, ...attributes } = EXAMPLE;
const BINARY_HEADERS: Record<string, string> = attributes;

describe('the three forms', () => {
  it('read the same event', () => {
    const expected = {
      ok: true,
      event: {
        source: 'exporter/bedrock/us-east-2',
        id: 'be7c-000123',
        epoch: '3',
        sequence: '123',
        time: '2027-08-12T03:10:00Z',
        data: { ...EXAMPLE.data, chargeCategory: 'Usage' },
      },
    };
    expect(decode(structured(EXAMPLE))).toEqual([expected]);
    expect(decode(batch(EXAMPLE, EXAMPLE))).toEqual([expected, expected]);
    expect(decode(binary(BINARY_HEADERS, data))).toEqual([expected]);
    expect(datacontenttype).toBe('application/json');
  });

  it('are told apart by the content type, whatever its case and parameters', () => {
    const text = JSON.stringify(EXAMPLE);
    expect(verdicts(recordOf(text, 'Application/CloudEvents+JSON ; charset="utf-8"'))).toEqual([
      'ok',
    ]);
    expect(verdicts(recordOf(`[${text}]`, 'application/cloudevents-batch+json'))).toEqual(['ok']);
    expect(
      verdicts({
        ...structured(text),
        headers: { 'Content-Type': Buffer.from('application/cloudevents+json') },
      }),
    ).toEqual(['ok']);
  });

  it('carry integers, booleans and unknown attributes as their text', () => {
    const [json] = decode(
      structured({ ...EXAMPLE, team: 7, flag: true, subject: 's', none: null }),
    );
    const [headers] = decode(
      binary({ ...BINARY_HEADERS, team: '7', flag: 'true', subject: 's' }, data),
    );
    expect(json).toMatchObject({
      ok: true,
      event: { extensions: { team: '7', flag: 'true', subject: 's' } },
    });
    expect(headers).toEqual(json);
  });

  it('read the last of members that repeat', () => {
    const text = JSON.stringify(EXAMPLE).replace(
      '"consumedQuantity"',
      '"consumedQuantity":"1","consumedQuantity"',
    );
    expect(decode(structured(text))).toEqual(decode(structured(EXAMPLE)));
  });
});

describe('records that are no events', () => {
  const text = JSON.stringify(EXAMPLE);
  it.each<[string, UsageRecord, string]>([
    ['a null value', recordOf(null, 'application/cloudevents+json'), 'value-empty'],
    ['an empty value', structured(''), 'value-empty'],
    ['no JSON', structured('usage'), 'json-invalid'],
    ['a truncated event', structured(text.slice(0, -1)), 'json-invalid'],
    ['two values', structured(`${text}${text}`), 'json-invalid'],
    ['NaN', structured('{"id":NaN}'), 'json-invalid'],
    [
      'invalid UTF-8',
      recordOf(
        Buffer.concat([Buffer.from('{"id":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]),
        'application/cloudevents+json',
      ),
      'encoding-invalid',
    ],
    ['a byte order mark', structured(`\uFEFF${text}`), 'byte-order-mark'],
    [
      'UTF-16',
      recordOf(Buffer.from(`\uFEFF${text}`, 'utf16le'), 'application/cloudevents+json'),
      'byte-order-mark',
    ],
    ['no content type', recordOf(text), 'content-type-unknown'],
    ['another content type', recordOf(text, 'text/plain'), 'content-type-unknown'],
    ['plain JSON without ce_ headers', recordOf(text, 'application/json'), 'content-type-unknown'],
    [
      'another charset',
      recordOf(text, 'application/cloudevents+json; charset=latin1'),
      'content-type-unknown',
    ],
    [
      'a value of 1 MiB + 1',
      recordOf(' '.repeat(1_048_577), 'application/cloudevents-batch+json'),
      'record-too-large',
    ],
    ['an array in structured form', structured(`[${text}]`), 'event-not-object'],
    [
      'an object in batch form',
      recordOf(text, 'application/cloudevents-batch+json'),
      'batch-not-array',
    ],
    [
      'a batch that does not end',
      recordOf(`[${text}`, 'application/cloudevents-batch+json'),
      'json-invalid',
    ],
    ['a batch of 1,001', batch(...Array.from({ length: 1001 }, () => '{}')), 'batch-too-large'],
    [
      'a usage block',
      recordOf('x', 'application/vnd.commitment-ledger.usage-block'),
      'usage-block-invalid',
    ],
    ['binary form without ce_id', binary({ ...BINARY_HEADERS, id: '' }, data), 'id-invalid'],
  ])('%s', (_, record, code) => {
    const [refused, ...more] = decode(record);
    expect(refused).toMatchObject({ ok: false, code });
    expect(refused?.ok === false && refused.raw).toEqual(record.value ?? Buffer.alloc(0));
    expect(more).toEqual([]);
  });

  it('binary form without ce_id names what is missing', () => {
    const { id, ...others } = BINARY_HEADERS;
    expect(decode(binary(others, data))).toMatchObject([
      { ok: false, code: 'attribute-missing', pointer: '/id' },
    ]);
    expect(id).toBe('be7c-000123');
  });

  it('an empty batch is nothing', () => {
    expect(decode(batch())).toEqual([]);
    expect(decode(recordOf(' [ ] \n', 'application/cloudevents-batch+json'))).toEqual([]);
  });
});

describe('sizes', () => {
  const padded = (bytes: number): string => {
    const bare = JSON.stringify(exampleWith({ resourceId: 'r' }, { pad: '' }));
    return JSON.stringify(
      exampleWith({ resourceId: 'r' }, { pad: 'x'.repeat(bytes - bare.length) }),
    );
  };

  it('of an event are at most 64 KiB', () => {
    expect(Buffer.byteLength(padded(65_536))).toBe(65_536);
    expect(verdicts(structured(padded(65_536)))).toEqual(['ok']);
    expect(verdicts(structured(padded(65_537)))).toEqual(['event-too-large']);
    expect(verdicts(batch(padded(65_537), padded(65_536)))).toEqual(['event-too-large', 'ok']);
    expect(verdicts(binary({ ...BINARY_HEADERS, pad: 'x'.repeat(65_536) }, data))).toEqual([
      'event-too-large',
    ]);
  });

  it('of a batch are 1,000 events', () => {
    expect(verdicts(batch(...Array.from({ length: 1000 }, () => EXAMPLE)))).toEqual(
      Array.from({ length: 1000 }, () => 'ok'),
    );
  });
});

describe('a bad event in a batch', () => {
  it.each<[string, string, string]>([
    ['no JSON', '{"id":oops}', 'json-invalid'],
    ['a missing comma', '{"id":"a" "b":1}', 'json-invalid'],
    ['nothing', '', 'json-invalid'],
    ['a number', '5', 'event-not-object'],
    ['a broken rule', JSON.stringify(exampleWith({ billedCost: 5 })), 'money-must-be-string'],
    [
      'a lone surrogate',
      JSON.stringify(exampleWith({ skuId: 'x' })).replace('"x"', '"\\ud800"'),
      'text-surrogate',
    ],
  ])('that is %s leaves its neighbours alone', (_, bad, code) => {
    const decoded = decode(batch(EXAMPLE, bad, EXAMPLE));
    expect(decoded.map((each) => (each.ok ? 'ok' : each.code))).toEqual(['ok', code, 'ok']);
    expect(decoded[1]).toMatchObject({ raw: Buffer.from(bad) });
  });

  it('that is no UTF-8 leaves its neighbours alone', () => {
    const good = Buffer.from(JSON.stringify(EXAMPLE));
    const bad = Buffer.concat([Buffer.from('{"id":"'), Buffer.from([0xff]), Buffer.from('"}')]);
    const value = Buffer.concat([
      Buffer.from('['),
      good,
      Buffer.from(' , '),
      bad,
      Buffer.from(','),
      good,
      Buffer.from(']'),
    ]);
    const decoded = decode(recordOf(value, 'application/cloudevents-batch+json'));
    expect(decoded.map((each) => (each.ok ? 'ok' : each.code))).toEqual([
      'ok',
      'encoding-invalid',
      'ok',
    ]);
    expect(decoded[1]).toMatchObject({ raw: bad });
  });

  it('is told apart by its identity where it has one', () => {
    expect(decode(structured(exampleWith({ foo: 1 })))).toMatchObject([
      {
        code: 'field-unknown',
        pointer: '/data/foo',
        source: 'exporter/bedrock/us-east-2',
        id: 'be7c-000123',
      },
    ]);
    expect(decode(structured({ source: 5, id: '' }))[0]).not.toHaveProperty('source');
  });
});
