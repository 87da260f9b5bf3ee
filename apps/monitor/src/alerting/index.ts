import { AlertStore } from '@app/alerts';
import { type EventStore } from '@app/event-store';
import { type Database } from '@app/platform';
import { Outbox } from '@app/webhooks';
import { publishAlertCounts } from './alert-metrics.js';
import { Alerting } from './alerting.js';

export { Alerting, type AlertingInput } from './alerting.js';

export interface AlertingParts {
  /** Read for metrics only: evaluation runs on the connection of the flush. */
  readonly database: Database;
  readonly eventStore: EventStore;
  /** Where clients reach the API; messages link to it. */
  readonly publicUrl?: string | undefined;
}

/** Alert rules and webhooks as the monitor's flush wants them. */
export function createAlerting({ database, eventStore, publicUrl }: AlertingParts): Alerting {
  publishAlertCounts(database);
  return new Alerting(new AlertStore(eventStore), new Outbox(), publicUrl);
}
