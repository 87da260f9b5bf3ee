import { decider } from '@app/event-store/testing';
import { ruleIdOf } from '../ids.js';
import {
  defaultCommitmentRules,
  defaultLedgerRules,
  type NewRule,
  RuleExistsError,
  RuleKindUnknownError,
  RuleLevelsInvalidError,
  RuleNotFoundError,
  RuleParameterInvalidError,
  RuleTooManyThresholdsError,
  ruleDecider,
  type RuleEvent,
  type RuleRevision,
} from './index.js';

const subject = decider(ruleDecider);
const head = { ruleId: 'rul_1', commitmentId: 'c1', name: 'ours' };
const milestone = (...values: string[]): NewRule => ({
  ...head,
  kind: 'milestone',
  severity: 'info',
  thresholds: values.map((value) => ({ unit: 'percent', value })),
});
const ladder = (...lines: [string, string][]): NewRule => ({
  ...head,
  kind: 'projected-shortfall',
  measure: 'ratio',
  levels: lines.map(([enter, exit], index) => ({
    severity: (['low', 'medium', 'high'] as const)[index] ?? 'critical',
    enter,
    exit,
    forDays: 1,
    keepDays: 7,
  })),
});
const create = (rule: NewRule) => ({ type: 'CreateRule', rule }) as const;
const first = { ...milestone('33'), revision: 1, state: 'active' } as RuleRevision;
const installed: RuleEvent = { type: 'AlertRuleInstalled', origin: 'operator', rule: first };
const changed = (changes: object, revision = 2): RuleEvent => ({
  type: 'AlertRuleChanged',
  rule: { ...first, ...changes, revision } as RuleRevision,
});

describe('a rule', () => {
  it('is created once under its name', () => {
    subject.when(create(milestone('33'))).then(installed);
    subject
      .given(installed)
      .when(create(milestone('50')))
      .thenThrows(RuleExistsError);
  });

  it('is edited in revisions, paused, deleted and created again', () => {
    const pause = { type: 'ChangeRule', ruleId: 'rul_1', changes: { state: 'paused' } } as const;
    const remove = { type: 'DeleteRule', ruleId: 'rul_1' } as const;
    const deleted = changed({ state: 'deleted' });
    subject
      .given(installed)
      .when(pause)
      .then(changed({ state: 'paused' }));
    subject.given(installed).when(remove).then(deleted);
    subject.given(installed, deleted).when(pause).thenThrows(RuleNotFoundError);
    subject.when(remove).thenThrows(RuleNotFoundError);
    subject
      .given(installed, deleted)
      .when(create(milestone('33')))
      .then({ ...installed, rule: { ...first, revision: 3 } });
  });

  it.each(['shortfall-probability', 'pace-burn', 'integrity', ''])(
    'of kind %p is refused',
    (kind) => {
      const rule = { ...milestone('33'), kind } as unknown as NewRule;
      subject.when(create(rule)).thenThrows(RuleKindUnknownError);
    },
  );

  it.each([
    [
      ['2', '1'],
      ['2', '1'],
    ],
    [
      ['5', '3'],
      ['2', '1'],
    ],
    [
      ['2', '1.5'],
      ['5', '1'],
    ],
    [['2', '2']],
    [['2', '3']],
    [],
  ] as [string, string][][])('with levels %j %j is refused', (...lines) => {
    subject.when(create(ladder(...lines.filter(Boolean)))).thenThrows(RuleLevelsInvalidError);
  });

  it('has one to twenty different thresholds above zero', () => {
    const many = Array.from({ length: 21 }, (_, n) => String(n + 1));
    subject.when(create(milestone(...many))).thenThrows(RuleTooManyThresholdsError);
    subject.when(create(milestone(...many.slice(1)))).then({
      ...installed,
      rule: { ...milestone(...many.slice(1)), revision: 1, state: 'active' } as RuleRevision,
    });
    for (const values of [[], ['0'], ['-1'], ['1e2'], ['x'], ['5', '5']]) {
      subject.when(create(milestone(...values))).thenThrows(RuleParameterInvalidError);
    }
  });

  it('names cadences in whole seconds and days in whole days', () => {
    const feed = (cadenceSeconds: number): NewRule => ({
      ...head,
      kind: 'data-quality',
      severity: 'high',
      feeds: [{ source: 'a', kind: 'stream', cadenceSeconds }],
    });
    for (const seconds of [0, -1, 1.5, Number.NaN]) {
      subject.when(create(feed(seconds))).thenThrows(RuleParameterInvalidError);
    }
    const [level] = (ladder(['2', '1']) as RuleRevision & { kind: 'projected-shortfall' }).levels;
    for (const forDays of [-1, 0.5, 365]) {
      const rule = { ...ladder(), levels: [{ ...level, forDays }] } as NewRule;
      subject.when(create(rule)).thenThrows(RuleParameterInvalidError);
    }
  });

  it('of the default set passes its own checks', () => {
    for (const rule of [
      ...defaultCommitmentRules('c1', ruleIdOf),
      ...defaultLedgerRules(ruleIdOf),
    ]) {
      subject.when(create(rule)).then({ ...installed, rule });
    }
  });
});
