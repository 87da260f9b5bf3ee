import { type PoolClient } from 'pg';
import { type AlertEvent } from '../alert-event.js';
import { type Phase } from '../domain/index.js';
import { messageIdOf } from '../ids.js';

/** Read model of alerts: an episode per row, and every revision that somebody was told. */
export class AlertProjection {
  readonly name = 'alert';

  /** Runs in the transaction that appends the event, so an event counts once. */
  async project(client: PoolClient, event: AlertEvent): Promise<void> {
    if (event.type === 'AlertPending' || event.type === 'AlertPendingCleared') return;
    // An end of what was never told is no episode.
    if (event.type === 'AlertResolved' && event.firedAt === null) return;
    await upsertAlert(client, event);
    if (event.told) await insertRevision(client, event);
  }

  /** Marks an alert that nobody listens to. */
  async markUndeliverable(client: PoolClient, alertId: string): Promise<void> {
    await client.query('update alert set undeliverable = true where alert_id = $1', [alertId]);
  }
}

async function upsertAlert(client: PoolClient, event: AlertEvent): Promise<void> {
  await client.query(
    `insert into alert (alert_id, rule_id, kind, scope, commitment_id, contract_id, currency,
       period_index, episode, revision, status, severity, previous_severity, cause, evaluation,
       since, fired_at, resolved_at, updated_at, undeliverable, summary, "values", evidence)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
       false, $20, $21, $22)
     on conflict (alert_id) do update set revision = excluded.revision, status = excluded.status,
       severity = excluded.severity, previous_severity = excluded.previous_severity,
       cause = excluded.cause, evaluation = excluded.evaluation,
       resolved_at = excluded.resolved_at, updated_at = excluded.updated_at,
       undeliverable = false, summary = excluded.summary, "values" = excluded."values",
       evidence = excluded.evidence`,
    [
      event.alertId,
      event.key.ruleId,
      event.kind,
      event.key.scope,
      event.key.commitmentId,
      event.contractId,
      event.currency,
      event.key.periodIndex,
      event.episode,
      event.revision,
      statusOf(event.phase),
      event.severity,
      event.previousSeverity,
      event.cause,
      event.evaluation,
      event.since,
      event.firedAt,
      event.type === 'AlertResolved' ? event.recordedAt : null,
      event.recordedAt,
      event.summary,
      JSON.stringify(event.values),
      JSON.stringify(event.evidence),
    ],
  );
}

async function insertRevision(client: PoolClient, event: AlertEvent): Promise<void> {
  await client.query(
    `insert into alert_revision (alert_id, revision, message_id, type, status, severity, cause,
       summary, "values", recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      event.alertId,
      event.revision,
      messageIdOf(event.alertId, event.revision),
      event.type,
      statusOf(event.phase),
      event.severity,
      event.cause,
      event.summary,
      JSON.stringify(event.values),
      event.recordedAt,
    ],
  );
}

/** Status that people read: of an alert that has fired, `ok` means resolved. */
export function statusOf(phase: Phase): 'firing' | 'recovering' | 'resolved' {
  return phase === 'ok' || phase === 'pending' ? 'resolved' : phase;
}
