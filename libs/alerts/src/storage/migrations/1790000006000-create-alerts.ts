import { CheckedMigration } from '@app/platform';
import { type QueryRunner } from 'typeorm';

const TABLES = [
  `create table ledger.alert_rule (
     rule_id text primary key,
     commitment_id text not null,
     kind text not null,
     name text not null,
     revision int not null,
     state text not null check (state in ('active', 'paused', 'deleted')),
     origin text not null,
     content jsonb not null
   )`,
  `create unique index alert_rule_name on ledger.alert_rule (commitment_id, kind, name)
     where state <> 'deleted'`,
  // Memory between evaluations: one row per key, at the version of its stream.
  `create table ledger.alert_state (
     stream text primary key,
     commitment_id text not null,
     version bigint not null,
     state jsonb not null
   )`,
  'create index alert_state_commitment on ledger.alert_state (commitment_id)',
  `create table ledger.alert (
     alert_id text primary key,
     sequence bigint generated always as identity unique,
     rule_id text not null,
     kind text not null,
     scope text not null,
     commitment_id text not null,
     contract_id text,
     currency text,
     period_index int not null,
     episode int not null,
     revision int not null,
     status text not null check (status in ('firing', 'recovering', 'resolved', 'notice')),
     severity text not null,
     previous_severity text,
     cause text not null,
     evaluation text not null,
     since date,
     fired_at timestamptz not null,
     resolved_at timestamptz,
     updated_at timestamptz not null,
     undeliverable boolean not null,
     summary text not null,
     "values" jsonb not null,
     evidence jsonb not null
   )`,
  'create index alert_commitment on ledger.alert (commitment_id, sequence)',
  `create table ledger.alert_revision (
     alert_id text not null references ledger.alert,
     revision int not null,
     message_id text not null,
     type text not null,
     status text not null,
     severity text not null,
     cause text not null,
     summary text not null,
     "values" jsonb not null,
     recorded_at timestamptz not null,
     unique (alert_id, revision)
   )`,
];

/** Rules, the memory of their evaluation, and the read model of alerts. */
export class CreateAlerts1790000006000 extends CheckedMigration {
  readonly name = 'CreateAlerts1790000006000';
  protected readonly before = [];
  protected readonly after = [
    { says: 'no alert exists yet', sql: 'not exists (select from ledger.alert)' },
  ];

  protected async change(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
    await runner.query(
      'grant insert, update on ledger.alert_rule, ledger.alert_state, ledger.alert to ledger_monitor',
    );
    await runner.query('grant insert on ledger.alert_revision to ledger_monitor');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table ledger.alert_revision, ledger.alert, ledger.alert_state, ledger.alert_rule',
    );
  }
}
