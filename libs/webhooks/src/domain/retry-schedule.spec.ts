import fc from 'fast-check';
import { MAX_ATTEMPTS, pauseSeconds, retryAfterSeconds } from './index.js';

const pauses = Array.from({ length: MAX_ATTEMPTS }, (_, tries) => pauseSeconds(tries, null, 0.5));

describe('the retry schedule', () => {
  it('is 13 tries over 75 h 42 min', () => {
    expect(pauses).toHaveLength(13);
    const total = pauses.reduce((sum: number, pause) => sum + Math.round(pause ?? 0), 0);
    // 5 s and 30 s beside the hours and minutes of the schedule.
    expect(total).toBe(75 * 3600 + 42 * 60 + 35);
    expect(pauseSeconds(13, null, 0.5)).toBeNull();
    expect(pauseSeconds(14, null, 0.5)).toBeNull();
  });

  it('gives a verification five tries', () => {
    expect(pauseSeconds(4, null, 0.5, 5)).toBe(600);
    expect(pauseSeconds(5, null, 0.5, 5)).toBeNull();
  });

  it('is jittered by a fifth either way', () => {
    expect(pauseSeconds(1, null, 0)).toBe(4);
    expect(pauseSeconds(1, null, 1)).toBeCloseTo(6);
  });

  it('never comes earlier than asked, nor two hours later than it would', () => {
    const tries = fc.integer({ min: 1, max: 12 });
    const random = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(tries, fc.nat({ max: 400_000 }), random, (attempts, asked, chance) => {
        const base = Math.round(pauses[attempts] ?? 0);
        const pause = pauseSeconds(attempts, asked, chance) ?? -1;
        expect(pause).toBeGreaterThanOrEqual(Math.min(asked, base + 7200));
        expect(pause).toBeGreaterThanOrEqual(base);
        expect(pause).toBeLessThanOrEqual(base + 7200 + base * 0.2);
      }),
    );
  });
});

describe('Retry-After', () => {
  const now = new Date('2027-07-02T06:00:00Z');
  it.each([
    ['120', 120],
    [' 0 ', 0],
    ['Fri, 02 Jul 2027 06:02:00 GMT', 120],
    ['Fri, 02 Jul 2027 05:00:00 GMT', null],
    ['soon', null],
    ['-5', null],
    ['1e3', null],
    [null, null],
  ])('%p asks for %p s', (header, seconds) => {
    expect(retryAfterSeconds(header, now)).toBe(seconds);
  });
});
