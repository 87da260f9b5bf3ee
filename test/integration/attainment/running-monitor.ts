import { randomUUID } from 'node:crypto';
import {
  AttainmentHeadStore,
  AttainmentProjection,
  BookLoader,
  StatementStore,
} from '@app/commitments';
import { PostgresEventStore } from '@app/event-store';
import { Database, Health, Lease, SystemClock } from '@app/platform';
import { UsageLedgerReader } from '@app/usage-ledger';
import { createAlerting } from '../../../apps/monitor/src/alerting/index.js';
import { Monitor } from '../../../apps/monitor/src/monitor.js';
import { Poller } from '../../../apps/monitor/src/poller.js';
import { CHECKS, Reporter } from '../../../apps/monitor/src/reporter.js';
import { Settling } from '../../../apps/monitor/src/settling/settling.js';

const QUIET = { log: () => undefined, warn: () => undefined };

/** A monitor in this process, as its own database user. */
export interface RunningMonitor {
  readonly monitor: Monitor;
  readonly health: Health;
  readonly lease: Lease;
  /** What it logged as a fault that a person must look at. */
  readonly errors: readonly unknown[];
  stop(): Promise<void>;
}

export function startMonitor(url: string, leaseMs = 10_000): RunningMonitor {
  const database = new Database({ url, applicationName: 'spec-monitor', max: 5 });
  const eventStore = new PostgresEventStore(database);
  const usage = new UsageLedgerReader(database);
  const lease = new Lease(database, 'monitor', randomUUID(), leaseMs);
  const health = new Health(CHECKS);
  const errors: unknown[] = [];
  const logger = { ...QUIET, error: (message: unknown) => errors.push(message) };
  const loader = new BookLoader(usage, eventStore);
  const statements = new StatementStore(database);
  const monitor = new Monitor({
    database,
    lease,
    renewMs: leaseMs / 3,
    clock: new SystemClock(),
    heads: new AttainmentHeadStore(database),
    projection: new AttainmentProjection(database),
    loader,
    poller: new Poller(usage, eventStore),
    alerting: createAlerting({ database, eventStore }),
    reporter: new Reporter(health),
    settling: new Settling({ database, lease, eventStore, loader, statements, logger }),
    logger,
  });
  monitor.start();
  const stop = async (): Promise<void> => {
    await monitor.stop();
    await database.close();
  };
  return { monitor, health, lease, errors, stop };
}
