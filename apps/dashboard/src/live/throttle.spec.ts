import { jest } from '@jest/globals';

import { throttle } from './throttle.js';

describe('throttle', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('runs at once, then once per span however often it is called', () => {
    let runs = 0;
    const call = throttle(() => (runs += 1), 1000);

    call();
    expect(runs).toBe(1);
    for (let times = 0; times < 5; times += 1) call();
    expect(runs).toBe(1);
    jest.advanceTimersByTime(1000);
    expect(runs).toBe(2);
    jest.advanceTimersByTime(5000);
    expect(runs).toBe(2);
  });

  it('runs nothing after it was cancelled', () => {
    let runs = 0;
    const call = throttle(() => (runs += 1), 1000);
    call();
    call();

    call.cancel();
    jest.advanceTimersByTime(5000);

    expect(runs).toBe(1);
  });
});
