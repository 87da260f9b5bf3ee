import { liveStepMs, StreamPlace } from './emit-stream-place.js';

const NOW = Date.UTC(2027, 7, 12, 3, 10);
const day = (year: number, month: number, date: number): number =>
  Date.UTC(year, month, date) / 86_400_000;

describe('the place of a stream', () => {
  it('is at first the day to back-fill from, which the laboratory then grows from', () => {
    const start = Date.UTC(2027, 0, 1);
    expect(StreamPlace.from(undefined, '2027-01-01', NOW).cursor).toEqual({
      start,
      end: start,
      anchorDay: day(2027, 0, 1),
      done: 0,
    });
  });

  it('is at first now, without a day to back-fill from', () => {
    expect(StreamPlace.from(undefined, undefined, NOW).cursor).toEqual({
      start: NOW,
      end: NOW,
      anchorDay: day(2027, 0, 1),
      done: 0,
    });
  });

  it('is later where it was, whatever is asked for', () => {
    const cursor = { start: 1, end: 2, anchorDay: 3, done: 4 };
    expect(StreamPlace.from(JSON.stringify(cursor), '2020-01-01', NOW).cursor).toEqual(cursor);
  });

  it('is not guessed from something else', () => {
    expect(() => StreamPlace.from('{"start":1}', undefined, NOW)).toThrow('end');
  });

  it.each([
    [undefined, 5_000],
    [26, 1_000],
    [1, 26_000],
    [1000, 1_000],
  ])('moves at %s events a second in windows of %d ms', (rate, ms) => {
    expect(liveStepMs(rate)).toBe(ms);
  });
});
