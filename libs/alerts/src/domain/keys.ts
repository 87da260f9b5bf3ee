import { type Day } from '@app/calendar';
import { type AlertKey } from './alert-state.js';
import { type Facts, type PeriodFacts } from './facts.js';
import { scopeOfThreshold } from './milestone.js';
import { type RuleRevision } from './rule.js';

/** Scope of rules that look at a commitment as a whole. */
export const COMMITMENT_SCOPE = 'commitment';
/** Commitment of rules and alerts of the ledger itself. */
export const LEDGER = '*';

/**
 * Alerts that a rule begins to watch. Periods that are over, by the wall clock, are not begun; those
 * begun earlier go on, which is the business of whoever keeps their states.
 */
export function keysToWatch(rule: RuleRevision, facts: Facts, today: Day): AlertKey[] {
  const running = facts.periods.filter(({ start, end }) => start <= today && today < end);
  const key = (period: PeriodFacts, scope: string): AlertKey => ({
    commitmentId: rule.commitmentId,
    periodIndex: period.index,
    ruleId: rule.ruleId,
    scope,
  });
  switch (rule.kind) {
    case 'projected-shortfall':
      return running.map((period) => key(period, COMMITMENT_SCOPE));
    case 'milestone':
      return running.flatMap((period) =>
        rule.thresholds.map((threshold) => key(period, scopeOfThreshold(threshold))),
      );
    case 'data-quality':
      return facts.sources.map(({ source }) => ({
        commitmentId: LEDGER,
        periodIndex: 0,
        ruleId: rule.ruleId,
        scope: source,
      }));
  }
}

/** Facts of the ledger itself: no commitment, only its sources. What R10 is judged on. */
export function ledgerFacts(seen: Pick<Facts, 'position' | 'asOf' | 'sources'>): Facts {
  return {
    ...seen,
    commitmentId: LEDGER,
    contractId: LEDGER,
    currency: 'XXX',
    contractVersion: 0,
    termsVersion: 0,
    watermark: null,
    historyStart: null,
    periods: [],
    days: [],
  };
}
