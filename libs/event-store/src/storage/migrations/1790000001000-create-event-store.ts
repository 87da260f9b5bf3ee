import { CheckedMigration } from '@app/platform';
import type { QueryRunner } from 'typeorm';

const WRITERS = 'ledger_api, ledger_monitor, ledger_notifier';

const TABLES = [
  // One row: every append queues here, which makes positions gap-free and chains the events.
  `create table ledger.event_head (
     only_row boolean primary key default true check (only_row),
     position bigint not null default 0,
     recorded_at timestamptz not null default '-infinity',
     chain bytea not null
   )`,
  `insert into ledger.event_head (chain) values (sha256('ledger.events.v1'))`,
  `create table ledger.event (
     position bigint primary key,
     stream text not null,
     version bigint not null,
     type text not null,
     data json not null,
     actor text not null,
     recorded_at timestamptz not null,
     chain bytea not null,
     unique (stream, version)
   )`,
  'create index event_recorded_at on ledger.event (recorded_at)',
  `create table ledger.event_snapshot (
     stream text primary key,
     version bigint not null,
     schema_version int not null,
     state json not null
   )`,
  `create table ledger.idempotency (
     actor text not null,
     key text not null,
     body_hash text not null,
     stream text not null,
     first_version bigint not null,
     version bigint not null,
     position bigint not null,
     recorded_at timestamptz not null default now(),
     primary key (actor, key)
   )`,
  `create table ledger.checkpoint_of (
     name text primary key,
     position bigint not null
   )`,
];

/** Contract-side events: append-only and hash-chained, with snapshots and idempotency records. */
export class CreateEventStore1790000001000 extends CheckedMigration {
  readonly name = 'CreateEventStore1790000001000';
  protected readonly before = [];
  protected readonly after = [
    {
      says: 'the store is empty and its head is at 0',
      sql: 'not exists (select from ledger.event) and (select position from ledger.event_head) = 0',
    },
  ];

  protected async change(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
    await runner.query(`grant insert on ledger.event, ledger.idempotency to ${WRITERS}`);
    await runner.query(`grant update on ledger.event_head to ${WRITERS}`);
    await runner.query(
      `grant insert, update on ledger.event_snapshot, ledger.checkpoint_of to ${WRITERS}, ledger_ingest`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table ledger.checkpoint_of, ledger.idempotency, ledger.event_snapshot, ledger.event, ledger.event_head',
    );
  }
}
