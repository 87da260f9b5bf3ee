import { type Database } from '@app/platform';
import { type Alert, type AlertAnswer, type AlertRevision } from '@app/wire';
import { type RuleRevision } from '../domain/index.js';

export interface AlertFilter {
  readonly commitmentId?: string | undefined;
  readonly status?: Alert['status'] | undefined;
  readonly severity?: Alert['severity'] | undefined;
  readonly kind?: string | undefined;
}

/** An alert and its place in the list. */
export interface ListedAlert {
  readonly alert: Alert;
  readonly sequence: bigint;
}

type AlertRow = Omit<Alert, 'acknowledged'> & { readonly sequence: bigint };

const rfc3339 = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const COLUMNS = `alert_id as "alertId", rule_id as "ruleId", kind, scope,
  commitment_id as "commitmentId", contract_id as "contractId", currency,
  period_index as "periodIndex", episode, revision, status, severity,
  previous_severity as "previousSeverity", cause, evaluation, since,
  ${rfc3339('fired_at')} as "firedAt", ${rfc3339('resolved_at')} as "resolvedAt",
  ${rfc3339('updated_at')} as "updatedAt", undeliverable, summary, "values", evidence, sequence`;

/** Alerts as people see them, from the read model. */
export class AlertReader {
  constructor(private readonly database: Database) {}

  /** Newest episode first, below sequence `before`; null: from the top. */
  async list(filter: AlertFilter, before: bigint | null, limit: number): Promise<ListedAlert[]> {
    const rows = await this.database.query<AlertRow & Record<string, unknown>>(
      `select ${COLUMNS} from alert
       where sequence < coalesce($1::bigint, sequence + 1)
         and commitment_id = coalesce($2, commitment_id) and status = coalesce($3, status)
         and severity = coalesce($4, severity) and kind = coalesce($5, kind)
       order by sequence desc limit $6`,
      [
        before,
        filter.commitmentId ?? null,
        filter.status ?? null,
        filter.severity ?? null,
        filter.kind ?? null,
        limit,
      ],
    );
    return rows.map(toListed);
  }

  /** Rules that are not deleted, of one commitment or of all. */
  async rules(commitmentId: string | null): Promise<RuleRevision[]> {
    const rows = await this.database.query<{ content: RuleRevision }>(
      `select content from alert_rule
       where state <> 'deleted' and commitment_id = coalesce($1, commitment_id) order by rule_id`,
      [commitmentId],
    );
    return rows.map(({ content }) => content);
  }

  async find(alertId: string): Promise<AlertAnswer | null> {
    const [row] = await this.database.query<AlertRow & Record<string, unknown>>(
      `select ${COLUMNS} from alert where alert_id = $1`,
      [alertId],
    );
    if (row === undefined) return null;
    const revisions = await this.database.query<AlertRevision & Record<string, unknown>>(
      `select revision, message_id as "messageId", type, status, severity, cause, summary,
         ${rfc3339('recorded_at')} as "recordedAt", "values"
       from alert_revision where alert_id = $1 order by revision`,
      [alertId],
    );
    return { ...toListed(row).alert, revisions };
  }
}

function toListed({ sequence, ...alert }: AlertRow): ListedAlert {
  return { sequence, alert: { ...alert, acknowledged: null } };
}
