import { CheckedMigration } from '@app/platform';
import type { QueryRunner } from 'typeorm';

/** Keys as they are now, and the answers of requests that carried an Idempotency-Key. */
export class CreateAccess1790000003000 extends CheckedMigration {
  readonly name = 'CreateAccess1790000003000';
  protected readonly before = [
    { says: 'there are no keys yet', sql: `to_regclass('ledger.api_key') is null` },
  ];
  protected readonly after = [
    { says: 'no key exists', sql: 'not exists (select from ledger.api_key)' },
    { says: 'the api may issue keys', sql: grants('ledger_api', 'api_key', 'insert') },
    { says: 'no other process may', sql: `not ${grants('ledger_ingest', 'api_key', 'insert')}` },
  ];

  protected async change(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ledger.api_key (
        key_id text primary key,
        name text not null,
        principal text not null,
        roles text[] not null,
        environment text not null,
        source_prefixes text[] not null,
        digest bytea not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        revoked_at timestamptz
      )`);
    await runner.query(`
      create table ledger.request_record (
        actor text not null,
        key text not null,
        request_hash text not null,
        started_at timestamptz not null default now(),
        -- null while the request is in flight
        status integer,
        headers jsonb,
        body text,
        primary key (actor, key)
      )`);
    await runner.query('grant insert, update on ledger.api_key to ledger_api');
    await runner.query('grant insert, update, delete on ledger.request_record to ledger_api');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ledger.request_record');
    await runner.query('drop table ledger.api_key');
  }
}

function grants(role: string, table: string, right: string): string {
  return `has_table_privilege('${role}', 'ledger.${table}', '${right}')`;
}
