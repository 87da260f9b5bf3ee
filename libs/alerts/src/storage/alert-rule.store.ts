import { type EventStore } from '@app/event-store';
import { type PoolClient } from 'pg';
import {
  defaultCommitmentRules,
  defaultLedgerRules,
  LEDGER,
  type RuleRevision,
} from '../domain/index.js';
import { type RuleEvent } from '../domain/rule.decider.js';
import { ruleIdOf } from '../ids.js';
import { projectRule } from './alert-rule.projection.js';

interface RuleRow {
  readonly content: RuleRevision;
}

/** Rules of commitments and of the ledger itself. */
export class AlertRuleStore {
  constructor(private readonly eventStore: EventStore) {}

  /** Rules of these commitments and of the ledger, those that are off included. */
  async load(client: PoolClient, commitmentIds: readonly string[]): Promise<RuleRevision[]> {
    const { rows } = await client.query<RuleRow>(
      'select content from alert_rule where commitment_id = any($1) order by rule_id',
      [[...commitmentIds, LEDGER]],
    );
    return rows.map(({ content }) => content);
  }

  /**
   * Gives each commitment that has no rule the default set, and the ledger its own with the first:
   * a fresh install alerts without being configured. Rules that somebody switched off stay off.
   */
  async installDefaults(
    client: PoolClient,
    commitmentIds: readonly string[],
    known: readonly RuleRevision[],
    actor: string,
  ): Promise<RuleRevision[]> {
    const having = new Set(known.map(({ commitmentId }) => commitmentId));
    const missing = commitmentIds.filter((commitmentId) => !having.has(commitmentId));
    if (missing.length === 0) return [];
    const rules = missing.flatMap((commitmentId) => defaultCommitmentRules(commitmentId, ruleIdOf));
    if (!having.has(LEDGER)) rules.push(...defaultLedgerRules(ruleIdOf));
    for (const rule of rules) await this.install(client, rule, actor);
    return rules;
  }

  private async install(client: PoolClient, rule: RuleRevision, actor: string): Promise<void> {
    const event: RuleEvent = { type: 'AlertRuleInstalled', origin: 'default', rule };
    await this.eventStore.appendIn(client, `alert-rule-${rule.ruleId}`, 0n, [event], actor);
    await projectRule(client, event);
  }
}
