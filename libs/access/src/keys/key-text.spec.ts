import fc from 'fast-check';
import { toBase62 } from './base62.js';
import { digestOf, makeKeyId, makeKeyText, parseKeyText } from './key-text.js';

describe('key text', () => {
  it('has the published form and gives its id and environment back', () => {
    const text = makeKeyText('live', makeKeyId());
    expect(text).toMatch(/^cl_live_[0-9A-Za-z]{12}_[0-9A-Za-z]{49}$/);
    expect(parseKeyText(text)).toEqual({ environment: 'live', keyId: text.slice(8, 20) });
  });

  it('carries the CRC-32 of all that stands before it', () => {
    // CRC-32 of the 64 characters below, computed by zlib's crc32 in Python: 0x6e431164.
    const body = `cl_test_ABCDEFGHIJKL_${'x'.repeat(43)}`;
    expect(parseKeyText(body + toBase62(0x6e431164n, 6))).toEqual({
      environment: 'test',
      keyId: 'ABCDEFGHIJKL',
    });
    expect(parseKeyText(body + toBase62(0x6e431165n, 6))).toBeNull();
  });

  it('is refused when any one character is another', () => {
    const text = makeKeyText('dev', makeKeyId());
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.constantFrom('0', '1', '9', 'A', 'Z', 'a', 'z'),
        (place, other) => {
          const changed = text.slice(0, place) + other + text.slice(place + 1);
          return changed === text || parseKeyText(changed) === null;
        },
      ),
    );
  });

  it('repeats an id for the same seed only', () => {
    expect(makeKeyId('a')).toBe(makeKeyId('a'));
    expect(makeKeyId('a')).not.toBe(makeKeyId('b'));
    expect(makeKeyId()).not.toBe(makeKeyId());
  });

  it('is stored as its SHA-256', () => {
    expect(digestOf('abc').toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
