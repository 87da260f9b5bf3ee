import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import {
  AttainmentHeadStore,
  AttainmentProjection,
  BookLoader,
  StatementStore,
} from '@app/commitments';
import { EventStore, PostgresEventStore } from '@app/event-store';
import { Clock, createLogger, Database, Health, Lease, SystemClock } from '@app/platform';
import { UsageLedgerReader } from '@app/usage-ledger';
import { type DynamicModule, Module } from '@nestjs/common';
import { createAlerting } from './alerting/index.js';
import { Monitor } from './monitor.js';
import { type MonitorConfig } from './monitor.config.js';
import { Poller } from './poller.js';
import { CHECKS, Reporter } from './reporter.js';
import { Settling } from './settling/settling.js';

const CONNECTIONS = 6;
/** Renewals in the time of a lease. */
const RENEWALS = 3;

/** Wires the role together. */
@Module({})
export class MonitorModule {
  static with(config: MonitorConfig): DynamicModule {
    const database = new Database({
      url: config.DATABASE_URL,
      applicationName: 'ledger-monitor',
      max: CONNECTIONS,
    });
    return {
      module: MonitorModule,
      providers: [
        { provide: Database, useValue: database },
        { provide: Clock, useClass: SystemClock },
        { provide: EventStore, useValue: new PostgresEventStore(database) },
        { provide: Health, useValue: new Health(CHECKS) },
        {
          provide: Monitor,
          inject: [Database, EventStore, Clock, Health],
          useFactory: (
            from: Database,
            eventStore: EventStore,
            clock: Clock,
            health: Health,
          ): Monitor => createMonitor(config, from, eventStore, clock, health),
        },
      ],
    };
  }
}

function createMonitor(
  config: MonitorConfig,
  database: Database,
  eventStore: EventStore,
  clock: Clock,
  health: Health,
): Monitor {
  const usage = new UsageLedgerReader(database);
  const holder = `${hostname()}/${process.pid}/${randomUUID()}`;
  const lease = new Lease(database, 'monitor', holder, config.MONITOR_LEASE_MS);
  const loader = new BookLoader(usage, eventStore);
  const statements = new StatementStore(database);
  const logger = createLogger('monitor');
  return new Monitor({
    database,
    clock,
    lease,
    renewMs: config.MONITOR_LEASE_MS / RENEWALS,
    heads: new AttainmentHeadStore(database),
    projection: new AttainmentProjection(database),
    loader,
    poller: new Poller(usage, eventStore),
    alerting: createAlerting({ database, eventStore, publicUrl: config.PUBLIC_URL }),
    reporter: new Reporter(health),
    settling: new Settling({ database, lease, eventStore, loader, statements, logger }),
    logger,
  });
}
