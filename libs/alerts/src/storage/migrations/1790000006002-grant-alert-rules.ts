import { CheckedMigration } from '@app/platform';
import { type QueryRunner } from 'typeorm';

/** Rules are edited through the API. */
export class GrantAlertRules1790000006002 extends CheckedMigration {
  readonly name = 'GrantAlertRules1790000006002';
  protected readonly before = [];
  protected readonly after = [
    {
      says: 'the API may write rules',
      sql: `has_table_privilege('ledger_api', 'ledger.alert_rule', 'insert')`,
    },
  ];

  protected async change(runner: QueryRunner): Promise<void> {
    await runner.query('grant insert, update on ledger.alert_rule to ledger_api');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('revoke insert, update on ledger.alert_rule from ledger_api');
  }
}
