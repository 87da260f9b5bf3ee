import { FreshnessFold } from './freshness-fold.js';

const trailer = (maxChargeEnd: string | null, openGap = false) => [
  { source: 's', events: 2, maxChargeEnd, openGap },
];
const segment = (recordedAt: string, sources: ReturnType<typeof trailer>) => ({
  shard: 3,
  recordedAt,
  sources,
});

describe('freshness of a source', () => {
  it('reaches the greatest charge end, never back', () => {
    const fold = new FreshnessFold([]);
    fold.apply(segment('2027-01-09T10:00:00Z', trailer('2027-01-05')));
    fold.apply(segment('2027-01-09T11:00:00Z', trailer('2027-01-03')));
    expect(fold.get('s')).toEqual({
      source: 's',
      shard: 3,
      events: 4n,
      watermark: '2027-01-05',
      reached: '2027-01-05',
      lastRecordedAt: '2027-01-09T11:00:00Z',
      openGap: false,
    });
  });

  it('does not pass the day of recording', () => {
    const fold = new FreshnessFold([]);
    fold.apply(segment('2027-01-09T23:59:59Z', trailer('2027-01-20')));
    expect(fold.get('s')?.watermark).toBe('2027-01-09');
  });

  it('waits while a gap is open and catches up when it closes', () => {
    const fold = new FreshnessFold([]);
    fold.apply(segment('2027-01-09T01:00:00Z', trailer('2027-01-04')));
    fold.apply(segment('2027-01-09T02:00:00Z', trailer('2027-01-06', true)));
    expect(fold.get('s')).toMatchObject({ watermark: '2027-01-04', openGap: true });
    fold.apply(segment('2027-01-09T03:00:00Z', trailer('2027-01-02')));
    expect(fold.get('s')).toMatchObject({ watermark: '2027-01-06', openGap: false });
  });

  it('goes on from what was known', () => {
    const fold = new FreshnessFold([
      {
        source: 's',
        shard: 3,
        events: 10n,
        watermark: '2027-01-05',
        reached: '2027-01-05',
        lastRecordedAt: '2027-01-08T00:00:00.5Z',
        openGap: false,
      },
    ]);
    fold.apply(segment('2027-01-09T00:00:00Z', trailer(null)));
    expect(fold.get('s')).toMatchObject({ events: 12n, watermark: '2027-01-05' });
  });

  it('remembers over a restart how far usage reaches behind an open gap', () => {
    const before = new FreshnessFold([]);
    before.apply(segment('2027-01-09T01:00:00Z', trailer('2027-01-04')));
    before.apply(segment('2027-01-09T02:00:00Z', trailer('2027-01-06', true)));
    const known = before.get('s');
    const after = new FreshnessFold(known === undefined ? [] : [known]);
    after.apply(segment('2027-01-09T03:00:00Z', trailer('2027-01-02')));
    expect(after.get('s')).toMatchObject({ watermark: '2027-01-06', openGap: false });
  });
});
