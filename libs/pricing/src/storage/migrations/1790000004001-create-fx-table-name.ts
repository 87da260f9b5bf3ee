import { CheckedMigration } from '@app/platform';
import type { QueryRunner } from 'typeorm';

/** The directory of FX tables, written in the transaction that creates one. */
export class CreateFxTableName1790000004001 extends CheckedMigration {
  readonly name = 'CreateFxTableName1790000004001';
  protected readonly before = [];
  protected readonly after = [
    { says: 'no FX table is known', sql: 'not exists (select from ledger.fx_table_name)' },
  ];

  protected async change(runner: QueryRunner): Promise<void> {
    await runner.query('create table ledger.fx_table_name (fx_table_id text primary key)');
    await runner.query('grant insert on ledger.fx_table_name to ledger_api');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ledger.fx_table_name');
  }
}
