import type { StoredQuarantine } from '@app/usage-ledger';
import { deadLetterRecord } from './dead-letter-record.js';

const origin = { topic: 'ledger.usage.v1', partition: 2, timestampMs: 1_770_000_000_000 };
const row: StoredQuarantine = {
  shard: 2,
  seq: 9n,
  line: 1,
  offset: 41n,
  ord: 3,
  code: 'money-must-be-string',
  detail: '{"pointer":"/data/billedCost","message":"\\u00e9","source":"exporter/a","id":"7"}',
  raw: Buffer.from('{"traceparent":"00-aa-bb-01"}'),
  resolution: null,
};

describe('dead-letter record', () => {
  it('carries the bytes untouched and says why and where from', () => {
    expect(deadLetterRecord(row, origin)).toEqual({
      key: 'exporter/a',
      value: row.raw,
      headers: {
        'ledger-error-code': 'money-must-be-string',
        'ledger-error-message': 'é',
        'ledger-error-stage': 'decode',
        'ledger-original-topic': 'ledger.usage.v1',
        'ledger-original-partition': '2',
        'ledger-original-offset': '41',
        'ledger-original-timestamp': '1770000000000',
        traceparent: '00-aa-bb-01',
      },
    });
  });

  it('tells apart what the ledger refused by identity', () => {
    const { headers } = deadLetterRecord({ ...row, code: 'conflict' }, origin);
    expect(headers?.['ledger-error-stage']).toBe('identity');
  });

  it('has no key and no trace when the bytes name none', () => {
    const unreadable = { ...row, detail: '{"pointer":"","message":"m"}', raw: Buffer.from([0xff]) };
    const record = deadLetterRecord(unreadable, origin);
    expect(record.key).toBeNull();
    expect(record.headers).not.toHaveProperty('traceparent');
  });

  it('cuts what a broker would refuse and says how long it was', () => {
    const record = deadLetterRecord({ ...row, raw: Buffer.alloc(1_000_000, 0x20) }, origin);
    expect(record.value).toHaveLength(900_000);
    expect(record.headers?.['ledger-original-bytes']).toBe('1000000');
  });
});
