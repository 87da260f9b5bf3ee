import { InFlight, OverloadedError } from './in-flight.js';
import { TokenBucket } from './token-bucket.js';

describe('token bucket', () => {
  it('lets a burst of two seconds through', () => {
    const bucket = new TokenBucket(10, 0);
    const burst = Array.from({ length: 20 }, () => bucket.take(0));
    expect(burst).toEqual(Array.from({ length: 20 }, () => ({ waitMs: 0 })));
  });

  it('makes the next ones wait their turn, up to half a second, and refuses the rest', () => {
    const bucket = new TokenBucket(10, 0);
    for (let n = 0; n < 20; n++) bucket.take(0);
    const waits = Array.from({ length: 6 }, () => bucket.take(0));
    expect(waits.slice(0, 5)).toEqual([100, 200, 300, 400, 500].map((waitMs) => ({ waitMs })));
    expect(waits[5]).toEqual({ retryAfterSeconds: 1 });
    expect(bucket.take(600)).toEqual({ waitMs: 0 });
  });

  it('is not emptied by a clock that goes back', () => {
    const bucket = new TokenBucket(1, 10_000);
    expect([bucket.take(0), bucket.take(0)]).toEqual([{ waitMs: 0 }, { waitMs: 0 }]);
    expect(bucket.take(0)).toEqual({ retryAfterSeconds: 1 });
  });
});

describe('requests in flight', () => {
  it('wait for a place and get it in order', async () => {
    const inFlight = new InFlight(1);
    await inFlight.enter();
    const entered: string[] = [];
    const first = inFlight.enter().then(() => entered.push('first'));
    const second = inFlight.enter().then(() => entered.push('second'));
    inFlight.leave();
    await first;
    expect(entered).toEqual(['first']);
    inFlight.leave();
    await second;
    expect(entered).toEqual(['first', 'second']);
  });

  it('are turned away when no place comes free', async () => {
    const inFlight = new InFlight(1);
    await inFlight.enter();
    await expect(inFlight.enter()).rejects.toThrow(OverloadedError);
    inFlight.leave();
    await expect(inFlight.enter()).resolves.toBeUndefined();
  });
});
