import { waitUntil } from './wait-until.js';

describe('waitUntil', () => {
  it('answers what the probe found', async () => {
    let tries = 0;
    const probe = () => (++tries < 3 ? undefined : 'found');
    expect(await waitUntil('it', probe, { deadlineMs: 5_000, everyMs: 1 })).toBe('found');
    expect(tries).toBe(3);
  });

  it('takes an error for "not yet"', async () => {
    let tries = 0;
    const probe = () => {
      tries += 1;
      if (tries === 1) throw new Error('refused');
      return true;
    };
    expect(await waitUntil('it', probe, { deadlineMs: 5_000, everyMs: 1 })).toBe(true);
  });

  it('names what it waited for and the last error', async () => {
    const probe = () => Promise.reject(new Error('refused'));
    await expect(waitUntil('the broker', probe, { deadlineMs: 5, everyMs: 1 })).rejects.toThrow(
      'the broker: not within 5 ms: refused',
    );
  });
});
