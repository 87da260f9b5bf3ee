import { restartPauseMs } from './supervisor.js';

describe('pause before a restart', () => {
  it('doubles from 0.2 s to 10 s', () => {
    expect([1, 2, 3, 6, 7, 500].map(restartPauseMs)).toEqual([
      200, 400, 800, 6_400, 10_000, 10_000,
    ]);
  });
});
