import { type MigrationClass } from '@app/platform';
import { CreateAlerts1790000006000 } from './storage/migrations/1790000006000-create-alerts.js';
import { GrantAlertRules1790000006002 } from './storage/migrations/1790000006002-grant-alert-rules.js';
import { CreateSourceArrival1790000006001 } from './storage/migrations/1790000006001-create-source-arrival.js';

export { type AlertEvent, type Evidence, evidenceOf } from './alert-event.js';
export { AlertNotFoundError } from './alert.errors.js';
export { AlertsModule } from './alerts.module.js';
export { ChangeAlertRuleCommand, type RuleChanges } from './commands/change-alert-rule.command.js';
export { type CommandContext as AlertCommandContext } from './commands/command-context.js';
export { CreateAlertRuleCommand } from './commands/create-alert-rule.command.js';
export { DeleteAlertRuleCommand } from './commands/delete-alert-rule.command.js';
export { type RuleAnswer } from './commands/rule-commands.js';
export * from './domain/index.js';
export { alertIdOf, messageIdOf, ruleIdOf, streamOf } from './ids.js';
export { ListAlertRulesQuery } from './queries/list-alert-rules.query.js';
export { GetAlertQuery } from './queries/get-alert.query.js';
export {
  type AlertsAnswer,
  type AlertSlice,
  ListAlertsQuery,
} from './queries/list-alerts.query.js';
export { statusOf } from './storage/alert.projection.js';
export { type AlertFilter } from './storage/alert.reader.js';
export { type KeptState } from './storage/alert-state.store.js';
export { AlertStore, type Changed } from './storage/alert.store.js';
export { openAlerts, type OpenAlerts } from './storage/open-alerts.js';

export const alertsMigrations: readonly MigrationClass[] = [
  CreateAlerts1790000006000,
  CreateSourceArrival1790000006001,
  GrantAlertRules1790000006002,
];
