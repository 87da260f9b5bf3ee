import { RecordBatchTooLargeError } from './codec.errors.js';
import { readableRecords, standIns } from './refusals.js';

const refusal = () => new RecordBatchTooLargeError('gzip', 64);

/** Packed records behind a header of format 2: only the fields that count are set. */
function packedBehind(count: number, lastOffsetDelta: number, magic = 2): Buffer {
  const bytes = Buffer.alloc(61 + 4);
  bytes.writeInt8(magic, 16);
  bytes.writeInt32BE(lastOffsetDelta, 23);
  bytes.writeInt32BE(count, 57);
  return bytes.subarray(61);
}

const record = (value: Buffer | null, offset = '0') => ({
  key: null,
  value,
  offset,
  timestamp: '0',
  attributes: 0,
  headers: {},
});

describe('stand-ins', () => {
  it('are as many records as were refused, each at the last offset', () => {
    const records = standIns(packedBehind(2, 300), refusal());
    // Size 7 zigzag 14; attributes, timestamp; 300 zigzag 600 = 0xd8 0x04; no key; empty; no headers.
    const one = [14, 0, 0, 0xd8, 0x04, 1, 0, 0];
    expect([...records]).toEqual([...one, ...one]);
  });

  it('are told from empty records by their memory', () => {
    const why = refusal();
    const memory = standIns(packedBehind(1, 0), why);
    const standIn = record(memory.subarray(3, 3), '9');
    const real = [record(Buffer.alloc(0)), record(null), record(Buffer.from('x'))];
    expect(readableRecords([])).toEqual({ records: [], refusal: undefined });
    expect(readableRecords([...real])).toEqual({ records: real, refusal: undefined });
    expect(readableRecords([...real, standIn, ...real])).toEqual({
      records: real,
      refusal: undefined,
    });
    expect(readableRecords([standIn, standIn, ...real])).toEqual({
      records: [standIn, standIn],
      refusal: why,
    });
  });

  it.each([
    ['another format', packedBehind(1, 0, 1)],
    ['more records than could be read', packedBehind(10_000_001, 0)],
    ['no header', Buffer.from(new ArrayBuffer(4))],
  ])('are not made for %s: the consumer ends with the reason', (_, packed) => {
    const why = refusal();
    expect(() => standIns(packed, why)).toThrow(why);
    expect(why.name).toBe('KafkaJSNotImplemented');
  });
});
