import { parseE18 } from '@app/money';
import { exampleFacts } from '../testing/index.js';
import {
  type AlertKey,
  type AlertState,
  evaluate,
  type Facts,
  initialState,
  keysToWatch,
  type MilestoneRule,
  type Threshold,
} from './index.js';

const rule: MilestoneRule = {
  ruleId: 'rul_m',
  commitmentId: 'c1',
  name: 'default',
  revision: 1,
  state: 'active',
  kind: 'milestone',
  severity: 'info',
  thresholds: [
    { unit: 'percent', value: '33.3' },
    { unit: 'amount', value: '400.50' },
  ],
};

/** A period of 1,000.00 of which this much is counted at the head. */
function counted(amount: string, minimum = 1_000): Facts {
  const facts = exampleFacts({
    from: '2027-01-01',
    watermark: '2027-02-01',
    spend: () => 0,
    minimum,
  });
  const periods = facts.periods.map((period) => ({ ...period, countedE18: parseE18(amount) }));
  return { ...facts, periods };
}

function told(scope: string, amounts: readonly string[], silentSources: string[] = []): string[] {
  let state: AlertState = initialState(
    { commitmentId: 'c1', periodIndex: 1, ruleId: rule.ruleId, scope },
    1,
  );
  return amounts.flatMap((amount) => {
    const facts = counted(amount);
    const made = evaluate({
      rule,
      facts,
      state,
      dataClock: facts.watermark,
      now: facts.asOf,
      cause: 'usage',
      silentSources,
    });
    state = made.state;
    return made.transitions.map(
      ({ type, episode, revision, summary }) => `${type} ${episode}.${revision} ${summary}`,
    );
  });
}

describe('a milestone', () => {
  it('crossed, reverted and crossed again fires, resolves and fires, each at once', () => {
    expect(told('33.3%', ['332.99', '333.00', '333.01', '332.99', '333.00'])).toEqual([
      'AlertFired 1.1 33.3 % of the 2027 minimum reached: 333.00 of 1000.00 USD counted',
      'AlertResolved 1.2 33.3 % of the 2027 minimum no longer reached: 332.99 of 1000.00 USD counted',
      'AlertFired 2.1 33.3 % of the 2027 minimum reached: 333.00 of 1000.00 USD counted',
    ]);
  });

  it('may be an amount', () => {
    expect(told('400.50', ['400.49', '400.5'])).toEqual([
      'AlertFired 1.1 400.50 USD towards the 2027 minimum reached: 400.50 of 1000.00 USD counted',
    ]);
  });

  it('is reached, but not reverted, while data is late', () => {
    expect(told('33.3%', ['400', '0'], ['source'])).toHaveLength(1);
  });

  it('is watched for each mark of the periods that run today', () => {
    const keys = (today: string): string[] =>
      keysToWatch(rule, counted('0'), today).map(
        ({ scope, periodIndex }) => `${periodIndex} ${scope}`,
      );
    expect(keys('2027-01-01')).toEqual(['1 33.3%', '1 400.50']);
    expect(keys('2027-12-31')).toEqual(['1 33.3%', '1 400.50']);
    expect(keys('2028-01-01')).toEqual([]);
    expect(keys('2026-12-31')).toEqual([]);
  });

  it('as a share of nothing is never reached', () => {
    const facts = counted('5', 0);
    const [key] = keysToWatch(rule, facts, '2027-02-01') as [AlertKey];
    const made = evaluate({
      rule,
      facts,
      state: initialState(key, 1),
      dataClock: null,
      now: facts.asOf,
      cause: 'usage',
      silentSources: [],
    });
    expect(made.transitions).toEqual([]);
  });

  it('that is taken off the rule ends', () => {
    const facts = counted('400');
    const scope = '33.3%';
    const input = {
      facts,
      dataClock: facts.watermark,
      now: facts.asOf,
      cause: 'rule_change',
      silentSources: [],
    } as const;
    const state = initialState({ commitmentId: 'c1', periodIndex: 1, ruleId: 'rul_m', scope }, 1);
    const fired = evaluate({ ...input, rule, state });
    const thresholds: Threshold[] = [{ unit: 'percent', value: '50' }];
    const edited = { ...rule, revision: 2, thresholds };
    const ended = evaluate({ ...input, rule: edited, state: fired.state });
    expect(ended.transitions).toMatchObject([
      { type: 'AlertResolved', resolution: 'rule_updated' },
    ]);
  });
});
