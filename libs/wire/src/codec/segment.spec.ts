import fc from 'fast-check';
import { canonicalEvent } from '../events/canonical.js';
import { type UsageEvent } from '../events/usage-event.js';
import { seriesAttributes } from '../series/series-attributes.js';
import { contentOf } from '../testing/segment-content.js';
import { commonEvent, usageEvent } from '../testing/usage-event.arbitrary.js';
import { CodecError } from './codec.errors.js';
import { decodeSegment } from './decode-segment.js';
import { encodeSegment, segmentPayload } from './encode-segment.js';
import { type SegmentContent, type SegmentDictionaries } from './segment-content.js';

const event: UsageEvent = {
  source: 's',
  id: 'a-007',
  epoch: '3',
  sequence: '7',
  data: {
    chargePeriodStart: '1970-01-01T00:00:01Z',
    chargeCategory: 'Usage',
    consumedQuantity: '12.5',
    consumedUnit: 'tokens',
  },
};
const one: SegmentContent = {
  messages: [{ offset: 10n, lane: 'C', events: 1, timestampMs: 1000 }],
  events: [{ sourceNo: 0, seriesNo: 5, event }],
};
const dictionaries: SegmentDictionaries = {
  source: () => 's',
  series: () => seriesAttributes(event),
};

/** Worked by hand from the column table. */
const BYTES = {
  rows: '01',
  directory:
    '0a' + '010a' + '0202' + '0302' + '0402' + '0501' + '0606' + '0702' + '0905' + '0a02' + '0b04',
  // One message; runs of 1: offset step 10, lane 2, 1 event, timestamp step 1,000 = 40 + 64 x 15.
  messages: '01' + '0114' + '0102' + '0101' + '01d00f',
  sources: '0100',
  tiers: '0101',
  epochs: '0106',
  sequences: '0e',
  // A new template: prefix "a-" and width 3.
  ids: '0101' + '02612d' + '03',
  times: '0100',
  // 1,000,000 us = 64 x 15,625 and no end.
  charges: '01' + '80897a' + '00',
  series: '0105',
  // Scale 1, mantissa 125 = 61 + 64 x 1.
  quantities: '0101' + 'fa01',
};

describe('segment body, format 1', () => {
  it('is made of these bytes', () => {
    expect(segmentPayload(one, dictionaries).toString('hex')).toBe(Object.values(BYTES).join(''));
  });

  it('gives back the canonical form of every event', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(usageEvent, commonEvent), { maxLength: 40 }), (events) => {
        const { content, dictionaries: rows } = contentOf(events);
        const { body, rawBytes } = encodeSegment(content, rows);
        const decoded = decodeSegment(body, rows, rawBytes);
        expect(decoded.events.map((entry) => canonicalEvent(entry.event))).toEqual(
          events.map(canonicalEvent),
        );
        expect(decoded.messages).toEqual(content.messages);
        expect(segmentPayload(decoded, rows)).toEqual(segmentPayload(content, rows));
      }),
      { numRuns: 100 },
    );
  });

  it('keeps a value of the event that its series folded into "other"', () => {
    const own = { ...event, data: { ...event.data, subAccountId: '42' } };
    const folded: SegmentDictionaries = {
      source: () => 's',
      series: () => ({ ...seriesAttributes(own), subAccountId: 'other' }),
    };
    for (const each of [own, event]) {
      const { body, rawBytes } = encodeSegment(
        { ...one, events: [{ sourceNo: 0, seriesNo: 0, event: each }] },
        folded,
      );
      expect(decodeSegment(body, folded, rawBytes).events[0]?.event).toEqual(each);
    }
  });

  it('keeps the hashes that stand for private tags', () => {
    const privateHashes = [{ tag: 'owner', sha256: Buffer.alloc(32, 7) }];
    const { body, rawBytes } = encodeSegment(
      { ...one, events: [{ sourceNo: 0, seriesNo: 5, event, privateHashes }] },
      dictionaries,
    );
    expect(decodeSegment(body, dictionaries, rawBytes).events[0]?.privateHashes).toEqual(
      privateHashes,
    );
  });

  it('takes under 6 bytes an event of a steady stream', () => {
    const events = Array.from({ length: 1000 }, (_, i) => ({
      ...event,
      sequence: String(i),
      id: `a-${String(i).padStart(6, '0')}`,
    }));
    const { content, dictionaries: rows } = contentOf(events, 1000);
    expect(encodeSegment(content, rows).body.length).toBeLessThan(6_000);
  });

  it.each<[string, Partial<SegmentDictionaries>]>([
    ['another source', { source: () => 't' }],
    ['other measures', { series: () => ({ ...seriesAttributes(event), mask: 3 }) }],
  ])('is not written with dictionary rows of %s', (_, wrong) => {
    expect(() => encodeSegment(one, { ...dictionaries, ...wrong })).toThrow('5');
  });

  it('is not written when its messages hold another number of events', () => {
    expect(() => encodeSegment({ ...one, messages: [] }, dictionaries)).toThrow(
      'messages hold 0 events, not 1',
    );
  });
});

describe('a segment body that is not sound', () => {
  const payload = Buffer.from(Object.values(BYTES).join(''), 'hex');
  const read = (bytes: Buffer, head = [1, 0]): SegmentContent =>
    decodeSegment(Buffer.concat([Buffer.from(head), bytes]), dictionaries, bytes.length);

  it('is refused for its format, its compression and its size', () => {
    expect(read(payload).events[0]?.event).toEqual(event);
    expect(() => read(payload, [2, 0])).toThrow(new CodecError('format 2 is not 1'));
    expect(() => read(payload, [1, 9])).toThrow(new CodecError('unknown compression 9'));
    expect(() =>
      decodeSegment(
        Buffer.concat([Buffer.from([1, 0]), payload]),
        dictionaries,
        payload.length - 1,
      ),
    ).toThrow(CodecError);
    expect(() =>
      decodeSegment(
        Buffer.concat([Buffer.from([1, 0]), payload]),
        dictionaries,
        payload.length + 1,
      ),
    ).toThrow(CodecError);
  });

  it('is not decompressed beyond its raw bytes', () => {
    const { content, dictionaries: rows } = contentOf(Array.from({ length: 1000 }, () => event));
    const { body, rawBytes } = encodeSegment(content, rows);
    expect(body[1]).toBe(1);
    expect(() => decodeSegment(body, rows, rawBytes - 1)).toThrow(/^brotli: /);
    expect(() => decodeSegment(body.subarray(0, 20), rows, rawBytes)).toThrow(/^brotli: /);
  });

  /** The payload with one more column, empty or not, at the end of its directory. */
  const withColumn = (id: number): Buffer =>
    Buffer.from(
      BYTES.rows +
        BYTES.directory.replace(/^0a/, '0b') +
        id.toString(16).padStart(2, '0') +
        '01' +
        Object.values(BYTES).slice(2).join('') +
        '00',
      'hex',
    );

  it('is refused for an unknown column below 128, and read without those from 128 on', () => {
    expect(() => read(withColumn(19))).toThrow(new CodecError('unknown column 19'));
    expect(() => read(withColumn(127))).toThrow(new CodecError('unknown column 127'));
    expect(read(withColumn(128)).events[0]?.event).toEqual(event);
    expect(() => read(withColumn(11))).toThrow(new CodecError('column 11 follows column 11'));
  });

  it('never crashes the reader, however it is cut or flipped', () => {
    const { content, dictionaries: rows } = contentOf(
      fc.sample(usageEvent, { seed: 1, numRuns: 30 }),
    );
    const sound = segmentPayload(content, rows);
    fc.assert(
      fc.property(
        fc.nat(sound.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        (at, mask, cut) => {
          const bytes = cut ? sound.subarray(0, at) : Buffer.from(sound);
          if (!cut) bytes[at] = (bytes[at] ?? 0) ^ mask;
          let outcome: unknown;
          try {
            outcome = decodeSegment(
              Buffer.concat([Buffer.from([1, 0]), bytes]),
              rows,
              bytes.length,
            ).messages;
          } catch (error) {
            outcome =
              error instanceof CodecError || (error as Error).message === 'no such dictionary row';
          }
          expect(outcome === true || (Array.isArray(outcome) && !cut)).toBe(true);
        },
      ),
      { numRuns: 250 },
    );
  });
});
