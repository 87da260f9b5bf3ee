import type { QueryRunner } from 'typeorm';
import { CheckedMigration } from './checked-migration.js';

const ROLES = ['ledger_api', 'ledger_ingest', 'ledger_monitor', 'ledger_notifier', 'ledger_reader'];

/** The database users of the processes, and the table of leases. */
export class CreatePlatform1790000000000 extends CheckedMigration {
  readonly name = 'CreatePlatform1790000000000';
  protected readonly before = [];
  protected readonly after = [
    { says: 'nobody holds a lease', sql: 'not exists (select from ledger.lease)' },
  ];

  protected async change(runner: QueryRunner): Promise<void> {
    for (const role of ROLES) await runner.query(createRole(role));
    await runner.query(`grant usage on schema ledger to ${ROLES.join(', ')}`);
    // Every process may read; what it may write is granted table by table.
    await runner.query(
      `alter default privileges in schema ledger grant select on tables to ${ROLES.join(', ')}`,
    );
    await runner.query(`
      create table ledger.lease (
        name text primary key,
        holder text not null,
        fence bigint not null,
        expires_at timestamptz not null
      )`);
    await runner.query('grant insert, update on ledger.lease to ledger_monitor');
    await runner.query(`grant select on ledger.lease, ledger.migration to ${ROLES.join(', ')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ledger.lease');
    await runner.query(
      `alter default privileges in schema ledger revoke select on tables from ${ROLES.join(', ')}`,
    );
    await runner.query(`revoke all on all tables in schema ledger from ${ROLES.join(', ')}`);
    await runner.query(`revoke usage on schema ledger from ${ROLES.join(', ')}`);
  }
}

// Roles belong to the cluster, not to the database: another ledger beside this one may have made them.
function createRole(role: string): string {
  return `do $$ begin
    create role ${role} nologin;
  exception when duplicate_object then null;
  end $$`;
}
