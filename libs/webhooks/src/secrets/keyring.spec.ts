import { randomBytes } from 'node:crypto';
import { Keyring, KeyringError } from './keyring.js';

const key = (id: string): string => `${id}:${randomBytes(32).toString('base64')}`;

describe('a keyring', () => {
  it('opens what it sealed, for the same purpose only', () => {
    const keyring = new Keyring(key('k1'));
    const sealed = keyring.seal('secret text', 'webhook-v1|e1|1');
    expect(sealed.keyId).toBe('k1');
    expect(sealed.bytes.toString('latin1')).not.toContain('secret text');
    expect(keyring.open(sealed, 'webhook-v1|e1|1')).toBe('secret text');
    expect(() => keyring.open(sealed, 'webhook-v1|e2|1')).toThrow(KeyringError);
  });

  it('seals the same text differently each time', () => {
    const keyring = new Keyring(key('k1'));
    const [one, two] = [keyring.seal('x', 'p'), keyring.seal('x', 'p')];
    expect(one.bytes.equals(two.bytes)).toBe(false);
  });

  it('seals with its first key and opens with all of them', () => {
    const [older, newer] = [key('k1'), key('k2')];
    const sealed = new Keyring(older).seal('x', 'p');
    const both = new Keyring(`${newer},${older}`);
    expect(both.seal('x', 'p').keyId).toBe('k2');
    expect(both.open(sealed, 'p')).toBe('x');
    expect(() => new Keyring(newer).open(sealed, 'p')).toThrow('the keyring has no key "k1"');
    expect([both.has('k1'), both.has('k3')]).toEqual([true, false]);
  });

  it('refuses a record with one bit changed', () => {
    const keyring = new Keyring(key('k1'));
    const { keyId, bytes } = keyring.seal('x', 'p');
    for (let place = 0; place < bytes.length; place += 1) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(() => keyring.open({ keyId, bytes: changed }, 'p')).toThrow(KeyringError);
    }
  });

  it.each(['', 'k1', 'k1:', 'k1:c2hvcnQ=', ':AAAA', `k1:${'A'.repeat(44)},k2`])(
    'cannot be made of %p',
    (text) => {
      expect(() => new Keyring(text)).toThrow(KeyringError);
    },
  );
});
