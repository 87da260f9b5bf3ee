import fc from 'fast-check';
import { batch, EXAMPLE, NOW } from '../testing/usage-record.js';
import { canonicalEvent, parseCanonical } from './canonical.js';
import { type DecodedEvent, decodeRecord } from './decode-record.js';
import { REASON_CODES } from './reason-codes.js';

const CONTENT_TYPES = [
  'application/cloudevents+json',
  'application/cloudevents-batch+json',
  'application/json',
  'application/vnd.commitment-ledger.usage-block',
  '',
];

/** Every entry is a sound event or a refusal by the closed list, with bytes and a pointer. */
function expectSound(decoded: readonly DecodedEvent[]): void {
  for (const entry of decoded) {
    const isSound = entry.ok
      ? canonicalEvent(parseCanonical(canonicalEvent(entry.event))) === canonicalEvent(entry.event)
      : REASON_CODES.includes(entry.code) &&
        /^(\/|$)/.test(entry.pointer) &&
        Buffer.isBuffer(entry.raw);
    expect(isSound).toBe(true);
  }
}

describe('decodeRecord on bytes of any kind', () => {
  it('says what is wrong and never throws', () => {
    const json = fc
      .oneof(
        fc.json(),
        fc.json().map((text) => `[${text}]`),
        fc.string(),
      )
      .map((text) => Buffer.from(text));
    const bytes = fc.oneof(
      json,
      fc.uint8Array().map((array) => Buffer.from(array)),
    );
    const headers = fc.dictionary(
      fc.constantFrom('ce_id', 'ce_source', 'ce_type', 'ce_data', 'ce___proto__', 'CE_ID', 'other'),
      fc.uint8Array({ maxLength: 5 }).map((array) => Buffer.from(array)),
    );
    fc.assert(
      fc.property(
        bytes,
        fc.constantFrom(...CONTENT_TYPES),
        headers,
        (value, contentType, others) => {
          const all = { ...others, 'content-type': Buffer.from(contentType) };
          expectSound(decodeRecord({ key: null, value, headers: all }, { now: NOW }));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('survives a flipped byte anywhere in a batch', () => {
    const record = batch(EXAMPLE, { ...EXAMPLE, id: 'be7c-000124', sequence: '124' }, EXAMPLE);
    const sound = record.value ?? Buffer.alloc(0);
    fc.assert(
      fc.property(fc.nat(sound.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
        const value = Buffer.from(sound);
        value[at] = (value[at] ?? 0) ^ mask;
        const decoded = decodeRecord({ ...record, value }, { now: NOW });
        expect(decoded.length).toBeGreaterThan(0);
        expectSound(decoded);
      }),
      { numRuns: 500 },
    );
  });
});
