import { failedChecks } from './status.js';

describe('failedChecks', () => {
  it('names what does not hold, and why', () => {
    const checks = {
      database: { ok: true, detail: '' },
      kafka: { ok: false, detail: 'connection refused' },
      lease: { ok: false },
    };
    expect(failedChecks({ checks })).toBe('kafka connection refused; lease');
  });

  it('is empty without a report', () => {
    expect(failedChecks({})).toBe('');
  });
});
