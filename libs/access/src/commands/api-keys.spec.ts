import { Clock } from '@app/platform';
import { InMemoryEventStore } from '@app/event-store/testing';
import { parseKeyText } from '../keys/key-text.js';
import { BootstrapKeyInvalidError, registerBootstrapKey } from './bootstrap-key.js';
import { IssueApiKeyCommand } from './issue-api-key.command.js';
import { IssueApiKeyHandler } from './issue-api-key.handler.js';
import { makeKeyText } from '../keys/key-text.js';

class FixedClock extends Clock {
  now(): Date {
    return new Date('2027-01-01T00:00:00Z');
  }
}

const newKey = {
  name: 'n',
  principal: 'ann',
  roles: ['viewer'],
  environment: 'test',
  sourcePrefixes: [],
} as const;

describe('issuing an api key', () => {
  it('shows the key once: a repeat names it only', async () => {
    const handler = new IssueApiKeyHandler(new InMemoryEventStore(), new FixedClock());
    const command = new IssueApiKeyCommand(newKey, 'admin', 'once', 'hash');
    const first = await handler.execute(command);
    const second = await handler.execute(command);
    expect(parseKeyText(first.key ?? '')).toEqual({ environment: 'test', keyId: first.keyId });
    expect(second).toEqual({ ...first, key: null });
  });

  it('lasts 365 days unless told otherwise', async () => {
    const handler = new IssueApiKeyHandler(new InMemoryEventStore(), new FixedClock());
    const { expiresAt } = await handler.execute(new IssueApiKeyCommand(newKey, 'admin'));
    expect(expiresAt).toBe('2028-01-01T00:00:00.000Z');
  });
});

describe('the bootstrap key', () => {
  it('is registered once and never again', async () => {
    const store = new InMemoryEventStore();
    const text = makeKeyText('dev', 'bootstrap000');
    await registerBootstrapKey(store, text, new Date('2027-01-01T00:00:00Z'));
    await registerBootstrapKey(store, text, new Date('2027-01-02T00:00:00Z'));
    await registerBootstrapKey(store, makeKeyText('dev', 'bootstrap000'), new Date());
    expect(await store.readStream('api-key-bootstrap000')).toHaveLength(1);
  });

  it('must be a key', async () => {
    const registering = registerBootstrapKey(new InMemoryEventStore(), 'secret', new Date());
    await expect(registering).rejects.toThrow(BootstrapKeyInvalidError);
  });
});
