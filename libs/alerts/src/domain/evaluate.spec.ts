import { addDays, type Day } from '@app/calendar';
import fc from 'fast-check';
import { ruleIdOf } from '../ids.js';
import { exampleFacts } from '../testing/index.js';
import {
  type AlertState,
  type Cause,
  defaultCommitmentRules,
  evaluate,
  type Facts,
  initialState,
  type RuleRevision,
  type Transition,
} from './index.js';

const [shortfall] = defaultCommitmentRules('c1', ruleIdOf) as [RuleRevision];
const key = { commitmentId: 'c1', periodIndex: 1, ruleId: shortfall.ruleId, scope: 'commitment' };

interface Story {
  readonly state: AlertState;
  readonly transitions: readonly Transition[];
}

const untold: Story = { state: initialState(key, 1), transitions: [] };

/** Goes on with the story up to a watermark. */
function tell(
  story: Story,
  facts: Facts,
  options: { cause?: Cause; rule?: RuleRevision; silentSources?: string[] } = {},
): Story {
  const { cause = 'usage', rule = shortfall, silentSources = [] } = options;
  const made = evaluate({
    rule,
    facts,
    state: story.state,
    dataClock: facts.watermark,
    now: `${facts.watermark ?? '2027-01-01'}T07:00:00.000Z`,
    cause,
    silentSources,
  });
  return { state: made.state, transitions: [...story.transitions, ...made.transitions] };
}

const brief = ({ transitions }: Story): string[] =>
  transitions.map(({ type, since, episode, revision, severity }) =>
    [type.slice(5), since, `${episode}.${revision}`, severity].join(' '),
  );

const until = (watermark: Day, spend: (n: number) => number, minimum = 365_000): Facts =>
  exampleFacts({ from: '2026-11-01', watermark, spend, minimum });

describe('the projected shortfall', () => {
  it('is the requirement less S + r28 x days left, as a share of it', () => {
    // 61 days of 900 before the year, then 900 a day: S = 90,000, r28 = 900, p50 = 328,500.
    const { transitions } = tell(
      untold,
      until('2027-04-11', () => 900),
    );
    expect(transitions).toHaveLength(1);
    expect(transitions[0]).toMatchObject({
      type: 'AlertFired',
      severity: 'critical',
      told: true,
      summary: '2027 minimum at risk: 328500.00 of 365000.00 USD expected by 31 December',
      values: {
        requirement: '365000.00',
        counted: '90000.00',
        gap: '275000.00',
        variance: '-10000.00',
        projectedP50: '328500.00',
        shortfallP50: '36500.00',
        requiredPerDay: '1037.74',
        trailing28PerDay: '900.00',
        requiredRunRate: '1.1530',
        daysLeft: 265,
        enter: '0.1',
        exit: '0.05',
      },
    });
  });

  it('is on the line at exactly 10 %, and just above it not critical', () => {
    const latched = (minimum: number): readonly string[] =>
      tell(
        untold,
        until('2027-04-11', () => 900, minimum),
      ).state.latched;
    // 36,500 of 365,000 are missing, and 36,499 of 364,999.
    expect(latched(365_000)).toEqual(['medium', 'high', 'critical']);
    expect(latched(364_999)).toEqual(['medium', 'high']);
  });

  it('needs 56 days of history', () => {
    const from = '2027-01-01';
    const at = (days: number): Facts =>
      exampleFacts({ from, watermark: addDays(from, days), spend: () => 1 });
    const days = [13, 14, 55, 56, 57].map((count) => brief(tell(untold, at(count))));
    expect(days).toEqual([
      [],
      [],
      [],
      ['Pending 2027-02-26 0.0 '],
      ['Fired 2027-02-26 1.1 critical'],
    ]);
  });

  it('runs 28 days silently when it meets imported history, then speaks once', () => {
    // Bad in the middle, good again for the last 40 days: nothing of it is told.
    const spend = (n: number): number => (n > 61 && n < 120 ? 100 : 3_000);
    expect(brief(tell(untold, until('2027-05-20', spend)))).toEqual([]);
  });

  it('fires, is lowered, resolves and fires again: revisions of two episodes', () => {
    let story = tell(
      untold,
      until('2027-02-01', () => 1_100),
    );
    expect(brief(story)).toEqual([]);
    // 28-day mean falls to 500 within March, is 1,500 by the end of May, and falls again.
    const spend = (n: number): number => (n < 92 ? 1_100 : n < 152 ? 500 : n < 250 ? 2_000 : 100);
    story = tell(story, until('2027-12-01', spend));
    const events = story.transitions.filter(({ told }) => told);
    expect(events.map(({ type, episode, revision }) => `${type} ${episode}.${revision}`)).toEqual([
      'AlertFired 1.1',
      'AlertSeverityRaised 1.2',
      'AlertSeverityRaised 1.3',
      'AlertSeverityLowered 1.4',
      'AlertResolved 1.5',
      'AlertFired 2.1',
      'AlertSeverityRaised 2.2',
      'AlertSeverityRaised 2.3',
    ]);
  });

  it('follows an amendment at once and says so, once', () => {
    const bad = tell(
      untold,
      until('2027-04-11', () => 900),
    );
    const amended: Facts = { ...until('2027-04-11', () => 900, 300_000), contractVersion: 2 };
    const resolved = tell(bad, amended, { cause: 'contract_change' });
    expect(resolved.transitions.at(-1)).toMatchObject({
      type: 'AlertResolved',
      cause: 'contract_change',
      resolution: 'recovered',
      revision: 2,
      told: true,
    });
    // The same contract met again, by a monitor that started anew, is no second decision.
    const again = {
      ...until('2027-04-12', (n) => (n === 161 ? -90_000 : 900), 300_000),
      contractVersion: 2,
    };
    expect(brief(tell(resolved, again, { cause: 'contract_change' })).at(-1)).toMatch(/^Pending/);
  });

  it('ends with its period, its rule, or an edit after which it would not fire', () => {
    const bad = tell(
      untold,
      until('2027-04-11', () => 900),
    );
    const facts = until('2027-04-11', () => 900);
    const settled = {
      ...facts,
      periods: facts.periods.map((p) => ({ ...p, state: 'SETTLED' as const })),
    };
    const reasonOf = ({ transitions }: Story): unknown => transitions.at(-1)?.resolution;
    expect(reasonOf(tell(bad, settled))).toBe('period_settled');
    expect(reasonOf(tell(bad, facts, { rule: { ...shortfall, state: 'paused' } }))).toBe(
      'rule_paused',
    );
    expect(reasonOf(tell(bad, facts, { rule: { ...shortfall, state: 'deleted' } }))).toBe(
      'rule_deleted',
    );
    const mild = {
      ...shortfall,
      revision: 2,
      levels: [{ severity: 'high', enter: '0.5', exit: '0.4', forDays: 1, keepDays: 7 }],
    } as RuleRevision;
    expect(reasonOf(tell(bad, facts, { rule: mild, cause: 'rule_change' }))).toBe('rule_updated');
  });

  it('never turns its clock back', () => {
    const bad = tell(
      untold,
      until('2027-04-11', () => 900),
    );
    const earlier = tell(
      bad,
      until('2027-03-01', () => 900),
    );
    expect(earlier.state.clock).toBe(bad.state.clock);
  });
});

describe('catching up', () => {
  const days = 120;
  const spends = fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: days, maxLength: days });
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: days }), { maxLength: 12 });
  const start = '2027-02-01';
  // 92 days before the first watermark, so that the rule may judge from there on.
  const factsAt = (day: number, series: readonly number[]): Facts =>
    until(addDays(start, day), (n) => series[Math.floor((n - 92) / 7)] ?? 1_000);

  it('gives the transitions of on-time arrival: whole, in pieces, and replayed', () => {
    fc.assert(
      fc.property(spends, cuts, (series, at) => {
        const begun = tell(untold, factsAt(0, series));
        const whole = tell(begun, factsAt(days, series));
        const visit = (stops: readonly number[]): Story =>
          stops.reduce((story, day) => tell(story, factsAt(day, series)), begun);
        const stops = [...at].sort((a, b) => a - b);
        const told = (story: Story): string[] => brief(story);
        expect(told(visit([...stops, days]))).toEqual(told(whole));
        expect(told(visit(stops.flatMap((day) => [day, day]).concat(days)))).toEqual(told(whole));
      }),
      { numRuns: 30 },
    );
  });

  it('keeps latches, phase and numbers consistent', () => {
    fc.assert(
      fc.property(spends, (series) => {
        const { state, transitions } = tell(
          tell(untold, factsAt(0, series)),
          factsAt(days, series),
        );
        expect(state.latched.length > 0).toBe(['firing', 'recovering'].includes(state.phase));
        const told = transitions.filter((transition) => transition.told);
        const numbers = told.map(({ episode, revision }) => [episode, revision]);
        expect(new Set(numbers.map(String)).size).toBe(numbers.length);
        for (const [index, { type, episode, revision }] of told.entries()) {
          const before = told[index - 1];
          const first = before === undefined || before.type === 'AlertResolved';
          expect(type === 'AlertFired').toBe(first);
          expect([episode, revision]).toEqual(
            first ? [(before?.episode ?? 0) + 1, 1] : [before.episode, before.revision + 1],
          );
        }
      }),
      { numRuns: 30 },
    );
  });
});
