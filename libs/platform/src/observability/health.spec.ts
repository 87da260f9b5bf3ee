import { Health } from './health.js';

describe('Health', () => {
  it('is unready until every check has been set', () => {
    const health = new Health(['database', 'lease']);
    expect(health.report()).toEqual({
      status: 'unavailable',
      checks: {
        database: { ok: false, detail: 'not yet checked' },
        lease: { ok: false, detail: 'not yet checked' },
      },
    });
    health.set('database', true);
    expect([health.ready, health.started]).toEqual([false, false]);
    health.set('lease', true, 'fence 4');
    expect([health.ready, health.started]).toEqual([true, true]);
  });

  it('stays started when a check fails later, and names it', () => {
    const health = new Health(['database']);
    health.set('database', true);
    health.set('database', false, 'connection refused');
    expect([health.ready, health.started]).toEqual([false, true]);
    expect(health.report().checks.database).toEqual({ ok: false, detail: 'connection refused' });
  });

  it('is unready while it drains', () => {
    const health = new Health([]);
    expect(health.ready).toBe(true);
    health.drain();
    expect(health.ready).toBe(false);
    expect(health.report().checks.draining?.ok).toBe(false);
  });
});
