import { readFileSync } from 'node:fs';
import { canonicalEvent, parseCanonical } from '../events/canonical.js';
import { contentOf } from '../testing/segment-content.js';
import { decodeDelta } from './decode-delta.js';
import { decodeSegment } from './decode-segment.js';
import { deltaPayload } from './encode-delta.js';
import { segmentPayload } from './encode-segment.js';

const FOLDER = 'libs/wire/src/codec/golden';
const bytes = (name: string): Buffer =>
  Buffer.from(readFileSync(`${FOLDER}/${name}.hex`, 'utf8').replaceAll('\n', ''), 'hex');
const rows = (name: string): string[] =>
  readFileSync(`${FOLDER}/${name}.ndjson`, 'utf8').trimEnd().split('\n');

/** Bodies that the ledgers of the world are full of: they must be readable for ever. */
describe('golden files', () => {
  it('segment format 1 is read, and written the same', () => {
    const events = rows('segment-1');
    const { content, dictionaries } = contentOf(events.map(parseCanonical));
    const body = bytes('segment-1');
    expect(body.subarray(0, 2)).toEqual(Buffer.from([1, 0]));
    const decoded = decodeSegment(body, dictionaries, body.length - 2);
    expect(decoded.events.map(({ event }) => canonicalEvent(event))).toEqual(events);
    expect(decoded.messages).toEqual(content.messages);
    expect(segmentPayload(content, dictionaries)).toEqual(body.subarray(2));
  });

  it('a segment of format 1 in brotli is read the same', () => {
    const { content, dictionaries } = contentOf(rows('segment-1').map(parseCanonical));
    const body = bytes('segment-1-brotli');
    expect(body.subarray(0, 2)).toEqual(Buffer.from([1, 1]));
    expect(decodeSegment(body, dictionaries, bytes('segment-1').length - 2)).toEqual(content);
  });

  it('delta format 1 is read, and written the same', () => {
    const body = bytes('delta-1');
    const { lines, sources } = decodeDelta(body);
    expect(
      [...lines, ...sources].map((row) =>
        JSON.stringify(row, (_, value: unknown) =>
          typeof value === 'bigint' ? value.toString() : value,
        ),
      ),
    ).toEqual(rows('delta-1'));
    expect(deltaPayload(lines, sources)).toEqual(body.subarray(2));
  });
});
