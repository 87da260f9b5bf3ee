import { closes } from './batch-rules.js';

const open = { events: 10, bytes: 1_000, newSeries: 1, ageMs: 10 };

describe('closing of a batch', () => {
  it.each([
    ['50,000 events', { events: 50_000 }],
    ['8 MiB', { bytes: 8_388_608 }],
    ['5,000 new series', { newSeries: 5_000 }],
    ['200 ms', { ageMs: 200 }],
    ['50 ms when 1,000 events wait', { events: 1_000, ageMs: 50 }],
  ])('at %s', (_, reached) => {
    expect(closes({ ...open, ...reached })).toBe(true);
  });

  it.each([
    ['49,999 events', { events: 49_999 }],
    ['199 ms with few events', { events: 999, ageMs: 199 }],
    ['49 ms with many', { events: 1_000, ageMs: 49 }],
  ])('not at %s', (_, reached) => {
    expect(closes({ ...open, ...reached })).toBe(false);
  });
});
