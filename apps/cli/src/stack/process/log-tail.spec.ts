import { startFailure } from './log-tail.js';

describe('why a process did not start', () => {
  it.each([
    ['FATAL: could not write lock file: No space left on device', 'disk-full'],
    ['java.net.BindException: Address already in use', 'port-taken'],
    ['FATAL: something else', 'did-not-start'],
    ['', 'did-not-start'],
  ])('%s', (log, code) => {
    const failure = startFailure('kafka', log, '/logs/kafka.log');
    expect(failure.code).toBe(code);
    expect(failure.toString()).toContain(log);
    expect(failure.remedies).not.toEqual([]);
  });
});
