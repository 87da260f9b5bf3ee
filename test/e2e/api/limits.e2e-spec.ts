import { makeKeyId, makeKeyText } from '@app/access';
import { Clock } from '@app/platform';
import { ApiSettings } from '../../../apps/api/src/api-settings.js';
import { type ApiUnderTest, startApi } from './api-under-test.js';

/** Time stands still, so that no bucket fills up however slow the machine is. */
class StillClock extends Clock {
  private readonly moment = new Date();
  now(): Date {
    return this.moment;
  }
}

let api: ApiUnderTest;

beforeAll(async () => {
  // Two a second, so four in one go and one that waits half a second.
  const settings = new ApiSettings('none', { queries: 2, commands: 0, events: 0 }, 200, 'none');
  api = await startApi({ settings, clock: new StillClock() });
}, 60_000);

afterAll(() => api.close());

describe('a key over its rate', () => {
  it('is told when to come again; others are not held up', async () => {
    const key = await api.keyOf(['viewer']);
    const calls = Array.from({ length: 10 }, () => api.call('GET', '/v1/contracts', { key }));
    const answers = await Promise.all(calls);
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
    expect(refused.map(({ json }) => json.code)).toEqual(Array(5).fill('rate-limited'));
    expect(refused[0]?.headers['retry-after']).toMatch(/^[1-9]\d*$/);
    expect((await api.call('GET', '/v1/contracts')).status).toBe(200);
  });
});

describe('an address with wrong keys', () => {
  it('is not heard after ten in a minute, not even with a right one', async () => {
    const guess = () => api.call('GET', '/v1/contracts', { key: makeKeyText('test', makeKeyId()) });
    const statuses: number[] = [];
    for (let n = 0; n < 11; n += 1) statuses.push((await guess()).status);
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429]);
    expect((await api.call('GET', '/v1/ledger/head')).status).toBe(429);
    expect((await api.call('GET', '/livez', { key: null })).status).toBe(200);
  });
});
