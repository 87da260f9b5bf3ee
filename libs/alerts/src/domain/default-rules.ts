import { LEDGER } from './keys.js';
import { type RuleKind, type RuleRevision } from './rule.js';

/** Ids come from outside: they are digests. */
export type RuleIdOf = (commitmentId: string, kind: RuleKind) => string;

const head = (ruleIdOf: RuleIdOf, commitmentId: string, kind: RuleKind) =>
  ({
    ruleId: ruleIdOf(commitmentId, kind),
    commitmentId,
    name: 'default',
    revision: 1,
    state: 'active',
  }) as const;

/** Rules of the catalogue that every commitment gets when it is signed. */
export function defaultCommitmentRules(commitmentId: string, ruleIdOf: RuleIdOf): RuleRevision[] {
  return [
    {
      ...head(ruleIdOf, commitmentId, 'projected-shortfall'),
      kind: 'projected-shortfall',
      measure: 'ratio',
      levels: [
        { severity: 'medium', enter: '0.02', exit: '0.01', forDays: 1, keepDays: 7 },
        { severity: 'high', enter: '0.05', exit: '0.025', forDays: 1, keepDays: 7 },
        { severity: 'critical', enter: '0.1', exit: '0.05', forDays: 1, keepDays: 7 },
      ],
    },
    {
      ...head(ruleIdOf, commitmentId, 'milestone'),
      kind: 'milestone',
      severity: 'info',
      thresholds: ['25', '50', '75', '90', '100'].map((value) => ({ unit: 'percent', value })),
    },
  ];
}

/** Rules that the ledger itself gets with its first commitment. */
export function defaultLedgerRules(ruleIdOf: RuleIdOf): RuleRevision[] {
  return [
    {
      ...head(ruleIdOf, LEDGER, 'data-quality'),
      kind: 'data-quality',
      severity: 'high',
      feeds: [],
    },
  ];
}
