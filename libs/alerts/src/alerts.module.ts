import { Database } from '@app/platform';
import { Module } from '@nestjs/common';
import { GetAlertHandler } from './queries/get-alert.handler.js';
import { ListAlertsHandler } from './queries/list-alerts.handler.js';
import { AlertReader } from './storage/alert.reader.js';

/** Wants `Database`, `EventStore` and `Clock` from a global module of the app. */
@Module({
  providers: [
    GetAlertHandler,
    ListAlertsHandler,
    {
      provide: AlertReader,
      inject: [Database],
      useFactory: (database: Database) => new AlertReader(database),
    },
  ],
})
export class AlertsModule {}
