import { CheckedMigration } from '@app/platform';
import type { QueryRunner } from 'typeorm';

// Issued statements: rows are added and read, never changed. `body` is the canonical JSON as issued.
const TABLE = `create table ledger.statement (
  commitment_id text not null,
  period_index int not null,
  version int not null check (version >= 1),
  issued_at timestamptz not null,
  event_position bigint null,
  body text not null,
  primary key (commitment_id, period_index, version)
)`;

/** Statements of closed periods. */
export class CreateStatement1790000005100 extends CheckedMigration {
  readonly name = 'CreateStatement1790000005100';
  protected readonly before = [];
  protected readonly after = [
    { says: 'no statement is issued yet', sql: 'not exists (select from ledger.statement)' },
  ];

  protected async change(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(
      `create index statement_event on ledger.statement (event_position)
       where event_position is not null`,
    );
    await runner.query('grant insert on ledger.statement to ledger_api, ledger_monitor');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ledger.statement');
  }
}
