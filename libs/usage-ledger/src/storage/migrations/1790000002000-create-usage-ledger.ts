import { CheckedMigration } from '@app/platform';
import type { QueryRunner } from 'typeorm';
import { DROP_TABLES, TABLES } from './usage-ledger-tables.js';

/** Every table of the usage ledger, empty, and the read models' first versions. */
export class CreateUsageLedger1790000002000 extends CheckedMigration {
  readonly name = 'CreateUsageLedger1790000002000';
  protected readonly before = [];
  protected readonly after = [
    {
      says: 'no shard is registered yet',
      sql: 'not exists (select from ledger.shard) and not exists (select from ledger.shard_head)',
    },
    {
      says: 'the sums and the dead-letter copies have an active version',
      sql: `(select count(*) from ledger.projection where status = 'active') = 2`,
    },
  ];

  protected async change(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
    await runner.query(
      `insert into ledger.projection (name, version, status, code)
       values ('bucket', 1, 'active', 'v1'), ('dead-letter', 1, 'active', 'v1')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DROP_TABLES);
  }
}
