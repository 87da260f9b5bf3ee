import { HaltRule } from './halt-rule.js';

const entry = (atMs: number, events: number, quarantined: Record<string, number>) => ({
  atMs,
  events,
  quarantined: new Map(Object.entries(quarantined)),
});

describe('halt rule', () => {
  it('halts at 100 bad events of two sources that are more than 1 %', () => {
    expect(new HaltRule().wouldBreak(entry(0, 9_999, { a: 50, b: 50 }))).toBe(true);
  });

  it.each([
    ['99 bad events', 100, { a: 50, b: 49 }],
    ['exactly 1 %', 10_000, { a: 50, b: 50 }],
    ['one source', 1_000, { a: 1_000 }],
    ['none', 10, {}],
  ])('lets %s pass', (_, events, quarantined) => {
    expect(new HaltRule().wouldBreak(entry(0, events, quarantined))).toBe(false);
  });

  it('adds up the batches of 5 minutes', () => {
    const rule = new HaltRule();
    rule.committed(entry(0, 200, { a: 60 }));
    expect(rule.wouldBreak(entry(299_999, 200, { b: 60 }))).toBe(true);
    expect(rule.wouldBreak(entry(300_000, 200, { b: 60 }))).toBe(false);
  });

  it('weighs bad events against the good ones of the window', () => {
    const rule = new HaltRule();
    rule.committed(entry(0, 20_000, {}));
    expect(rule.wouldBreak(entry(1, 200, { a: 60, b: 60 }))).toBe(false);
  });

  it('begins anew after a person let it pass', () => {
    const rule = new HaltRule();
    rule.committed(entry(0, 200, { a: 99 }));
    rule.reset();
    expect(rule.wouldBreak(entry(1, 50, { b: 50 }))).toBe(false);
  });
});
