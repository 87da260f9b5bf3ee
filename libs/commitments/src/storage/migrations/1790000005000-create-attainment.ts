import { CheckedMigration } from '@app/platform';
import type { QueryRunner } from 'typeorm';

const TABLES = [
  // Written in the transaction that signs the contract: a name is taken once in the whole ledger.
  `create table ledger.commitment_name (
     commitment_id text primary key,
     contract_id text not null,
     ordinal int not null,
     unique (contract_id, ordinal)
   )`,
  // One row: how far the read models reach, and whose fence may move them.
  `create table ledger.attainment_head (
     only_row boolean primary key default true check (only_row),
     fence bigint not null default 0,
     shards json not null default '{}',
     offsets json not null default '{}',
     contract_position bigint not null default 0,
     as_of timestamptz null,
     computed_at timestamptz not null default now()
   )`,
  'insert into ledger.attainment_head default values',
  // The headline of a commitment: answered as it stands, by primary key.
  `create table ledger.attainment (
     commitment_id text primary key,
     contract_id text not null,
     lifecycle text not null,
     body json not null,
     watermark date null,
     silent_sources text[] not null,
     computed_at timestamptz not null
   ) with (fillfactor = 50)`,
  // What one usage day adds: the sum for the burn-up, the entries in compact form.
  `create table ledger.attainment_day (
     commitment_id text not null,
     day date not null,
     counted numeric(38,18) not null,
     lines int not null,
     entries json not null,
     position text not null,
     primary key (commitment_id, day)
   ) with (fillfactor = 50)`,
  // Dictionary of the series that entries name by number; append-only.
  `create table ledger.attainment_series (
     series_no int primary key,
     digest text not null unique,
     attrs json not null
   )`,
];

/** Names of commitments, and the read models that monitor keeps of their attainment. */
export class CreateAttainment1790000005000 extends CheckedMigration {
  readonly name = 'CreateAttainment1790000005000';
  protected readonly before = [];
  protected readonly after = [
    {
      says: 'the read models have one head, at the beginning',
      sql: '(select count(*) = 1 and min(contract_position) = 0 from ledger.attainment_head)',
    },
  ];

  protected async change(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
    await runner.query('grant insert on ledger.commitment_name to ledger_api');
    await runner.query('grant update on ledger.attainment_head to ledger_monitor');
    await runner.query('grant insert on ledger.attainment_series to ledger_monitor');
    await runner.query(
      'grant insert, update, delete on ledger.attainment, ledger.attainment_day to ledger_monitor',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table ledger.attainment_series, ledger.attainment_day, ledger.attainment,
         ledger.attainment_head, ledger.commitment_name`,
    );
  }
}
