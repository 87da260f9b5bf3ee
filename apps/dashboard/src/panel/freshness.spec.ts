import { freshnessInWords, silenceInWords } from './freshness.js';

const meta = { asOf: '2027-07-02T06:00:00Z', watermark: '2027-07-02', lagMs: 120 };

describe('freshnessInWords', () => {
  it('names the recorded time, the last complete day and the lag', () => {
    expect(freshnessInWords(meta)).toBe(
      'As of 2 Jul 2027, 06:00:00 UTC · usage complete through 1 Jul 2027 · lag 120 ms',
    );
  });

  it('says that no day is complete yet', () => {
    expect(freshnessInWords({ asOf: meta.asOf, watermark: null })).toBe(
      'As of 2 Jul 2027, 06:00:00 UTC · no usage day complete yet',
    );
  });

  it('names the time alone for lists that depend on no usage day', () => {
    expect(freshnessInWords({ asOf: meta.asOf })).toBe('As of 2 Jul 2027, 06:00:00 UTC');
  });

  it.each([
    [1500, '1.5 s'],
    [300_000, '5 min'],
    [10_800_000, '3 h'],
  ])('writes a lag of %i ms as %s', (lagMs, words) => {
    expect(freshnessInWords({ asOf: meta.asOf, lagMs })).toContain(`lag ${words}`);
  });
});

describe('silenceInWords', () => {
  it('names the silent sources', () => {
    expect(silenceInWords([])).toBe('');
    expect(silenceInWords(['a'])).toBe('1 source is silent: a');
    expect(silenceInWords(['a', 'b'])).toBe('2 sources are silent: a, b');
  });
});
