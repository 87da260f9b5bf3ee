import { type Database } from '@app/platform';

export interface OpenAlerts {
  readonly kind: string;
  readonly severity: string;
  readonly status: string;
  readonly count: number;
}

/** How many alerts are not resolved, by kind, severity and status. */
export async function openAlerts(database: Database): Promise<OpenAlerts[]> {
  return database.query<OpenAlerts & Record<string, unknown>>(
    `select kind, severity, status, count(*)::int as count from alert
     where status <> 'resolved' group by kind, severity, status`,
  );
}
