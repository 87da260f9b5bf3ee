import { CheckedMigration } from '@app/platform';
import { type QueryRunner } from 'typeorm';

const TABLES = [
  // `concurrency` is what the claim may use now: 1 while the breaker probes, else as configured.
  `create table ledger.webhook_endpoint (
     endpoint_id text primary key,
     version bigint not null,
     state text not null check (state in ('verifying', 'active', 'paused', 'disabled', 'deleted')),
     url text not null,
     settings jsonb not null,
     headers_key_id text,
     headers_sealed bytea,
     ordering text not null,
     concurrency int not null check (concurrency > 0),
     disabled_reason text,
     breaker_until timestamptz not null default '-infinity',
     breaker_failures int not null default 0,
     breaker_seconds int not null default 0,
     failing_since timestamptz,
     failed_attempts int not null default 0,
     last_claimed_at timestamptz not null default '-infinity',
     created_at timestamptz not null default now()
   )`,
  `create table ledger.webhook_secret (
     endpoint_id text not null references ledger.webhook_endpoint,
     secret_id text not null,
     kind text not null check (kind in ('v1', 'v1a')),
     key_id text not null,
     sealed bytea not null,
     created_at timestamptz not null default clock_timestamp(),
     ends_at timestamptz,
     primary key (endpoint_id, secret_id, kind)
   )`,
  `create table ledger.webhook_message (
     message_id text primary key,
     type text not null,
     severity text,
     alert_id text,
     revision int,
     commitment_id text,
     body text not null check (octet_length(body) <= 3500),
     created_at timestamptz not null default now()
   )`,
  `create table ledger.webhook_delivery (
     delivery_id uuid primary key default gen_random_uuid(),
     sequence bigint generated always as identity unique,
     endpoint_id text not null references ledger.webhook_endpoint,
     message_id text not null references ledger.webhook_message,
     generation int not null default 1,
     alert_id text,
     revision int,
     state text not null
       check (state in ('pending', 'leased', 'delivered', 'dead', 'held', 'canceled')),
     attempts int not null default 0,
     next_attempt_at timestamptz not null default now(),
     lease_token uuid,
     lease_until timestamptz,
     last_status int,
     last_error text,
     created_at timestamptz not null default now(),
     ended_at timestamptz,
     unique (endpoint_id, message_id, generation)
   )`,
  `create index webhook_delivery_due on ledger.webhook_delivery (endpoint_id, next_attempt_at, delivery_id)
     where state in ('pending', 'leased')`,
  `create index webhook_delivery_order on ledger.webhook_delivery (endpoint_id, alert_id, revision)
     where state in ('pending', 'leased')`,
  `create index webhook_delivery_held on ledger.webhook_delivery (endpoint_id) where state = 'held'`,
  'create index webhook_delivery_list on ledger.webhook_delivery (endpoint_id, sequence)',
  `create table ledger.webhook_attempt (
     attempt_id bigint generated always as identity primary key,
     delivery_id uuid not null references ledger.webhook_delivery,
     attempt int not null,
     started_at timestamptz not null,
     duration_ms int not null,
     address text,
     status int,
     error text,
     request_headers jsonb not null,
     response_headers jsonb not null,
     response_body text not null,
     refused boolean not null
   )`,
  'create index webhook_attempt_delivery on ledger.webhook_attempt (delivery_id, attempt)',
];

const GRANTS = [
  'grant insert, update on ledger.webhook_endpoint, ledger.webhook_secret to ledger_api',
  'grant insert on ledger.webhook_message to ledger_api, ledger_monitor, ledger_notifier',
  'grant insert on ledger.webhook_delivery to ledger_api, ledger_monitor, ledger_notifier',
  'grant update on ledger.webhook_delivery to ledger_api, ledger_notifier',
  // Reading an endpoint for key share wants the right to update some column of it.
  'grant update (last_claimed_at) on ledger.webhook_endpoint to ledger_monitor',
  'grant update on ledger.webhook_endpoint to ledger_notifier',
  'grant insert on ledger.webhook_attempt to ledger_notifier',
  'revoke select on ledger.webhook_secret from ledger_ingest, ledger_monitor, ledger_reader',
];

/** Endpoints, their sealed secrets, and the outbox: messages, deliveries and the log of attempts. */
export class CreateWebhooks1790000007000 extends CheckedMigration {
  readonly name = 'CreateWebhooks1790000007000';
  protected readonly before = [];
  protected readonly after = [
    {
      says: 'the outbox is empty',
      sql: `not exists (select from ledger.webhook_endpoint)
        and not exists (select from ledger.webhook_delivery)`,
    },
  ];

  protected async change(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...GRANTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table ledger.webhook_attempt, ledger.webhook_delivery, ledger.webhook_message, ledger.webhook_secret, ledger.webhook_endpoint',
    );
  }
}
