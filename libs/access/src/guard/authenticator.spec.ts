import { Clock } from '@app/platform';
import { TooManyFailedLoginsError, UnauthenticatedError } from '../domain/access.errors.js';
import { digestOf, makeKeyId, makeKeyText } from '../keys/key-text.js';
import { type ApiKeyRecord, ApiKeyStore } from '../storage/api-key.store.js';
import { Authenticator } from './authenticator.js';
import { FailedLogins } from './failed-logins.js';

class SetClock extends Clock {
  time = new Date('2027-01-01T00:00:00Z');
  now(): Date {
    return this.time;
  }
  pass(ms: number): void {
    this.time = new Date(this.time.getTime() + ms);
  }
}

class KeysInMemory extends ApiKeyStore {
  readonly records = new Map<string, ApiKeyRecord>();
  find(keyId: string): Promise<ApiKeyRecord | null> {
    return Promise.resolve(this.records.get(keyId) ?? null);
  }
  list(): Promise<ApiKeyRecord[]> {
    return Promise.resolve([...this.records.values()]);
  }
}

function setUp() {
  const keys = new KeysInMemory();
  const clock = new SetClock();
  const keyId = makeKeyId();
  const text = makeKeyText('test', keyId);
  const record: ApiKeyRecord = {
    keyId,
    name: 'n',
    principal: 'ann',
    roles: ['viewer'],
    environment: 'test',
    sourcePrefixes: [],
    digest: digestOf(text),
    createdAt: '2027-01-01T00:00:00Z',
    expiresAt: '2028-01-01T00:00:00Z',
    revokedAt: null,
  };
  keys.records.set(keyId, record);
  return { keys, clock, record, text, authenticator: new Authenticator(keys, clock) };
}

describe('authenticator', () => {
  it('knows the principal of a live key', async () => {
    const { authenticator, text, record } = setUp();
    await expect(authenticator.authenticate(`Bearer ${text}`)).resolves.toEqual({
      id: 'ann',
      keyId: record.keyId,
      roles: ['viewer'],
      sourcePrefixes: [],
    });
  });

  it.each([
    ['no header', () => undefined],
    ['another scheme', (text: string) => `Basic ${text}`],
    ['a key with another checksum', (text: string) => `Bearer ${text.slice(0, -6)}000000`],
    ['an unknown key', () => `Bearer ${makeKeyText('test', makeKeyId())}`],
  ])('refuses %s', async (_name, header) => {
    const { authenticator, text } = setUp();
    await expect(authenticator.authenticate(header(text))).rejects.toThrow(UnauthenticatedError);
  });

  it('refuses another secret for a known id', async () => {
    const { authenticator, record } = setUp();
    const forged = `Bearer ${makeKeyText('test', record.keyId)}`;
    await expect(authenticator.authenticate(forged)).rejects.toThrow(UnauthenticatedError);
  });

  it('refuses a key from the moment it expires', async () => {
    const { authenticator, clock, text } = setUp();
    clock.time = new Date('2028-01-01T00:00:00Z');
    await expect(authenticator.authenticate(`Bearer ${text}`)).rejects.toThrow(
      UnauthenticatedError,
    );
  });

  it('refuses a revoked key within ten seconds', async () => {
    const { authenticator, keys, clock, record, text } = setUp();
    await authenticator.authenticate(`Bearer ${text}`);
    keys.records.set(record.keyId, { ...record, revokedAt: '2027-01-01T00:00:01Z' });
    clock.pass(10_000);
    await expect(authenticator.authenticate(`Bearer ${text}`)).rejects.toThrow(
      UnauthenticatedError,
    );
  });
});

describe('failed logins', () => {
  it('are let through ten times a minute and address', () => {
    const failed = new FailedLogins();
    for (let n = 0; n < 10; n++) {
      failed.check('a', n);
      failed.record('a', n);
    }
    expect(() => {
      failed.check('a', 59_999);
    }).toThrow(TooManyFailedLoginsError);
    expect(() => {
      failed.check('b', 59_999);
      failed.check('a', 60_000);
    }).not.toThrow();
  });
});
