import { Database } from '@app/platform';
import { Module } from '@nestjs/common';
import { ChangeAlertRuleHandler } from './commands/change-alert-rule.handler.js';
import { CreateAlertRuleHandler } from './commands/create-alert-rule.handler.js';
import { DeleteAlertRuleHandler } from './commands/delete-alert-rule.handler.js';
import { RuleCommands } from './commands/rule-commands.js';
import { GetAlertHandler } from './queries/get-alert.handler.js';
import { ListAlertRulesHandler } from './queries/list-alert-rules.handler.js';
import { ListAlertsHandler } from './queries/list-alerts.handler.js';
import { AlertReader } from './storage/alert.reader.js';

/** Wants `Database`, `EventStore` and `Clock` from a global module of the app. */
@Module({
  providers: [
    ChangeAlertRuleHandler,
    CreateAlertRuleHandler,
    DeleteAlertRuleHandler,
    RuleCommands,
    GetAlertHandler,
    ListAlertRulesHandler,
    ListAlertsHandler,
    {
      provide: AlertReader,
      inject: [Database],
      useFactory: (database: Database) => new AlertReader(database),
    },
  ],
})
export class AlertsModule {}
