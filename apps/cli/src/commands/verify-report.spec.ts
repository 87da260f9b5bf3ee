import { verdictJson, verdictLines } from './verify-report.js';

const good = { shard: 0, segments: 12n, events: 3_400n, finding: null };
const bad = {
  shard: 1,
  segments: 6n,
  events: 800n,
  finding: { shard: 1, seq: 7n, code: 'body-digest', detail: 'the body is not what was signed' },
} as const;

describe('report of verify', () => {
  it('says that everything holds only when nothing is broken', () => {
    expect(verdictLines([good])).toEqual([
      '✔ shard 0: 12 segments, 3400 events',
      'everything holds in 1 shards',
    ]);
  });

  it('names the first bad (shard, seq) and why', () => {
    const lines = verdictLines([good, bad]);
    expect(lines[1]).toContain('(shard 1, seq 7) body-digest: the body is not what was signed');
    expect(lines[2]).toBe('1 of 2 shards are broken');
  });

  it('writes whole numbers as text for programs', () => {
    expect(JSON.parse(verdictJson([bad]))).toMatchObject({
      shards: [{ segments: '6', events: '800', finding: { seq: '7', code: 'body-digest' } }],
    });
  });
});
