import { SourceFold } from './source-fold.js';

const source = 'exporter/a';
const trailer = (maxChargeEnd: string | null, openGap = false, events = 10) => ({
  source,
  events,
  maxChargeEnd,
  openGap,
});

function watermarks(...steps: [ReturnType<typeof trailer>, string][]): (string | null)[] {
  const fold = new SourceFold(0);
  return steps.map(([said, at]) => {
    fold.add([said], at);
    return fold.list()[0]?.watermark ?? null;
  });
}

describe('freshness of a source', () => {
  it('follows the greatest charge end and never falls', () => {
    expect(
      watermarks(
        [trailer('2026-03-02'), '2026-03-05T00:00:00.000001Z'],
        [trailer('2026-03-01'), '2026-03-05T00:00:01.000001Z'],
      ),
    ).toEqual(['2026-03-02', '2026-03-02']);
  });

  it('stands still while a gap is open, then catches up', () => {
    expect(
      watermarks(
        [trailer('2026-03-01'), '2026-03-05T00:00:00.000001Z'],
        [trailer('2026-03-04', true), '2026-03-05T00:00:01.000001Z'],
        [trailer(null), '2026-03-05T00:00:02.000001Z'],
      ),
    ).toEqual(['2026-03-01', '2026-03-01', '2026-03-04']);
  });

  it('is cut to the recorded day: usage ahead of time completes nothing', () => {
    expect(watermarks([trailer('2026-03-07'), '2026-03-05T23:59:59.999999Z'])).toEqual([
      '2026-03-05',
    ]);
  });

  it('is unknown without a usage line', () => {
    expect(watermarks([trailer(null), '2026-03-05T00:00:00.000001Z'])).toEqual([null]);
  });

  it('adds the events up', () => {
    const fold = new SourceFold(4);
    fold.add([trailer('2026-03-01')], '2026-03-05T00:00:00.000001Z');
    fold.add([trailer('2026-03-01', true, 5)], '2026-03-06T00:00:00.000001Z');
    expect(fold.list()).toEqual([
      {
        source,
        shard: 4,
        events: 15n,
        watermark: '2026-03-01',
        reached: '2026-03-01',
        lastRecordedAt: '2026-03-06T00:00:00.000001Z',
        openGap: true,
      },
    ]);
  });
});
