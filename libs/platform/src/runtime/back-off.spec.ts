import { backOffMs } from './back-off.js';

describe('backOffMs', () => {
  it('doubles its upper bound to five seconds', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 40].map((attempt) => backOffMs(attempt, 1))).toEqual([
      200, 400, 800, 1600, 3200, 5000, 5000, 5000,
    ]);
  });

  it('never pauses for less than a tenth of a second', () => {
    expect(backOffMs(7, 0)).toBe(100);
    expect(backOffMs(7, 0.5)).toBe(2550);
  });
});
