import { countsOf, summaryLine, total } from './summary.js';

const report = {
  numPassedTests: 10,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
};

describe('summary of a test run', () => {
  it('adds projects up', () => {
    const first = { passed: 10, failed: 1, skipped: 0 };
    const second = { passed: 5, failed: 0, skipped: 2 };
    expect(summaryLine(total([first, second]))).toBe('15 passed, 1 failed, 2 skipped');
  });

  it('does not speak of skipped tests when there are none', () => {
    expect(summaryLine(countsOf(report, 0))).toBe('10 passed, 0 failed');
  });

  it.each([
    ['a file that does not load', { ...report, numRuntimeErrorTestSuites: 1 }, 1],
    ['a bad end without a failed test', report, 1],
    ['no report at all', undefined, null],
  ])('counts %s as a failure', (_, seen, exitCode) => {
    expect(countsOf(seen, exitCode).failed).toBe(1);
  });

  it('counts pending and to-do tests as skipped', () => {
    expect(countsOf({ ...report, numPendingTests: 2, numTodoTests: 1 }, 0).skipped).toBe(3);
  });
});
