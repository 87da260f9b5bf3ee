import { type Later, throttle } from './throttle.js';

/** A throttle over spans that the spec ends by hand, and how often it ran. */
function throttled() {
  let due: (() => void) | undefined;
  let runs = 0;
  const later: Later = (task) => {
    due = task;
    return () => {
      due = undefined;
    };
  };
  const call = throttle(() => (runs += 1), 1000, later);
  const endSpan = () => {
    const task = due;
    due = undefined;
    task?.();
  };
  return { call, endSpan, runs: () => runs };
}

describe('throttle', () => {
  it('runs at once, then once per span however often it is called', () => {
    const { call, endSpan, runs } = throttled();

    call();
    expect(runs()).toBe(1);
    for (let times = 0; times < 5; times += 1) call();
    expect(runs()).toBe(1);
    endSpan();
    expect(runs()).toBe(2);
    endSpan();
    expect(runs()).toBe(2);
  });

  it('runs at once again after a quiet span', () => {
    const { call, endSpan, runs } = throttled();
    call();
    endSpan();

    call();

    expect(runs()).toBe(2);
  });

  it('runs nothing after it was cancelled', () => {
    const { call, endSpan, runs } = throttled();
    call();
    call();

    call.cancel();
    endSpan();

    expect(runs()).toBe(1);
  });
});
