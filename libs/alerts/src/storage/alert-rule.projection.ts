import { type PoolClient } from 'pg';
import { type RuleEvent } from '../domain/rule.decider.js';

/** Carries a rule's event into its row, in the transaction that appends it. */
export async function projectRule(client: PoolClient, event: RuleEvent): Promise<void> {
  const { rule } = event;
  await client.query(
    `insert into alert_rule (rule_id, commitment_id, kind, name, revision, state, origin, content)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (rule_id) do update set revision = excluded.revision, state = excluded.state,
       content = excluded.content`,
    [
      rule.ruleId,
      rule.commitmentId,
      rule.kind,
      rule.name,
      rule.revision,
      rule.state,
      event.type === 'AlertRuleInstalled' ? event.origin : 'operator',
      JSON.stringify(rule),
    ],
  );
}
