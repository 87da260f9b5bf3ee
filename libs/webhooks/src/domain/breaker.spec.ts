import { afterFailure, type Breaker, CLOSED } from './index.js';

const fail = (times: number, from: Breaker = CLOSED, status: number | null = 500): Breaker =>
  times === 0 ? from : fail(times - 1, afterFailure(from, status, null), status);

describe('the breaker', () => {
  it('stays closed for four failures and opens at the fifth for 30 s', () => {
    expect([1, 2, 3, 4, 5].map((n) => fail(n).openSeconds)).toEqual([0, 0, 0, 0, 30]);
  });

  it('doubles with every failed probe, up to 15 minutes', () => {
    expect([6, 7, 8, 9, 10, 11].map((n) => fail(n).openSeconds)).toEqual([
      60, 120, 240, 480, 900, 900,
    ]);
  });

  it.each([429, 502, 504])('opens at the first %i', (status) => {
    expect(afterFailure(CLOSED, status, null)).toEqual({ failures: 1, openSeconds: 30 });
  });

  it('does not open at one 503 or one broken connection', () => {
    expect(afterFailure(CLOSED, 503, 60).openSeconds).toBe(0);
    expect(afterFailure(CLOSED, null, null).openSeconds).toBe(0);
  });

  it('stays open as long as it was asked to, two hours at most', () => {
    expect(afterFailure(CLOSED, 429, 77).openSeconds).toBe(77);
    expect(afterFailure(CLOSED, 429, 1_000_000).openSeconds).toBe(7200);
  });
});
