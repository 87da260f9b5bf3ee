import { openAlerts } from '@app/alerts';
import { type Database, registry } from '@app/platform';
import { Gauge } from 'prom-client';

const NAME = 'cl_alerts';

/** Publishes how many alerts are open, counted when somebody asks. */
export function publishAlertCounts(database: Database): void {
  registry.removeSingleMetric(NAME);
  new Gauge({
    name: NAME,
    help: 'Alerts that are not resolved',
    labelNames: ['rule', 'severity', 'state'],
    registers: [registry],
    async collect() {
      // A database that is away must not fail the whole page: the metric is absent then.
      const open = await openAlerts(database).catch(() => []);
      this.reset();
      for (const { kind, severity, status, count } of open) {
        this.set({ rule: kind, severity, state: status }, count);
      }
    },
  });
}
