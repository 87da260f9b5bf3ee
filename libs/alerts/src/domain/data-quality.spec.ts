import { ruleIdOf } from '../ids.js';
import {
  type AlertKey,
  type AlertState,
  cadenceSeconds,
  type DataQualityRule,
  defaultLedgerRules,
  evaluate,
  type Feed,
  initialState,
  isLate,
  keysToWatch,
  ledgerFacts,
  type SourceFacts,
} from './index.js';

const [rule] = defaultLedgerRules(ruleIdOf) as [DataQualityRule];
const withFeeds = (...feeds: Feed[]): DataQualityRule => ({ ...rule, feeds });
const source = (lastRecordedAt: string, cadence: number | null = null): SourceFacts => ({
  source: 'exporter/a',
  watermark: null,
  lastRecordedAt,
  openGap: false,
  cadenceSeconds: cadence,
});
const HOUR = 3600;

describe('cadence', () => {
  it('is as seen, but not below 15 minutes for streams and 26 hours for files', () => {
    const at = (seen: number | null): number => cadenceSeconds(rule, source('', seen));
    expect([null, 5, 900, 1800].map(at)).toEqual([900, 900, 900, 1800]);
    expect([6 * HOUR, 24 * HOUR, 48 * HOUR].map(at)).toEqual([26 * HOUR, 26 * HOUR, 48 * HOUR]);
  });

  it('is as set, for the first pattern that fits', () => {
    const feeds = withFeeds(
      { source: 'exporter/b', kind: 'stream', cadenceSeconds: 10 },
      { source: 'exporter/*', kind: 'file', cadenceSeconds: null },
      { source: '*', kind: 'stream', cadenceSeconds: 20 },
    );
    const of = (name: string): number => cadenceSeconds(feeds, { ...source(''), source: name });
    expect([of('exporter/b'), of('exporter/a'), of('other')]).toEqual([10, 26 * HOUR, 20]);
  });
});

describe('a silent source', () => {
  it('is late after more than twice its cadence', () => {
    const seen = source('2027-07-02T06:00:00.000Z');
    expect(isLate(rule, seen, '2027-07-02T06:30:00.999Z')).toBe(false);
    expect(isLate(rule, seen, '2027-07-02T06:30:01.000Z')).toBe(true);
  });

  it('fires once, and resolves when it is heard of again or retired', () => {
    const begin = (): AlertState => {
      const facts = ledgerFacts({ position: '', asOf: '', sources: [source('')] });
      const [key] = keysToWatch(rule, facts, '2027-07-02') as [AlertKey];
      expect(key).toMatchObject({ commitmentId: '*', periodIndex: 0, scope: 'exporter/a' });
      return initialState(key, 1);
    };
    const tell = (rounds: readonly [string, string | null][]): string[] => {
      let state = begin();
      return rounds.flatMap(([now, lastRecordedAt]) => {
        const sources = lastRecordedAt === null ? [] : [source(lastRecordedAt)];
        const made = evaluate({
          rule,
          facts: ledgerFacts({ position: '0:1', asOf: now, sources }),
          state,
          dataClock: null,
          now,
          cause: 'clock',
          silentSources: [],
        });
        state = made.state;
        return made.transitions.map(({ type, episode, since, summary }) =>
          [type, episode, since, summary].join(' | '),
        );
      });
    };
    const at = (minute: string): string => `2027-07-02T${minute}:00.000Z`;
    const silent: [string, string] = [at('07:00'), at('06:00')];
    expect(
      tell([
        [at('06:10'), at('06:00')],
        silent,
        [at('07:05'), at('06:00')],
        [at('07:06'), at('07:06')],
      ]),
    ).toEqual([
      'AlertFired | 1 | 2027-07-02 | no usage of exporter/a for 60 minutes, expected every 15 minutes',
      'AlertResolved | 1 | 2027-07-02 | usage of exporter/a arrives again',
    ]);
    expect(tell([silent, [at('07:01'), null]])).toHaveLength(2);
  });
});
