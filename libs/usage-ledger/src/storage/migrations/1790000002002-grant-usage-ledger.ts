import { CheckedMigration } from '@app/platform';
import type { QueryRunner } from 'typeorm';

const READERS = 'ledger_api, ledger_ingest, ledger_monitor, ledger_notifier, ledger_reader';
const qualified = (...tables: string[]): string =>
  tables.map((name) => `ledger.${name}`).join(', ');

const READ = qualified(
  ...['shard', 'source_home', 'projection', 'shard_head', 'segment', 'bucket_delta', 'source'],
  ...['series', 'source_span', 'quarantine', 'private_value', 'quarantine_resolution'],
  ...['source_state', 'id_run', 'projection_head', 'bucket', 'bucket_snapshot'],
  ...['tree_leaf', 'tree_tile', 'checkpoint'],
);
const INGEST_INSERTS = qualified(
  ...['shard', 'source_home', 'shard_head', 'segment', 'bucket_delta', 'source', 'series'],
  ...['source_span', 'quarantine', 'private_value', 'source_state', 'id_run', 'projection'],
  ...['projection_head', 'bucket', 'bucket_snapshot'],
);
const INGEST_UPDATES = qualified(
  ...['shard_head', 'source_state', 'projection', 'projection_head', 'bucket'],
);
const PROOFS = qualified('tree_leaf', 'tree_tile', 'checkpoint');

/** Facts can only be added: no process may change or delete a segment, a delta or a dictionary row. */
export class GrantUsageLedger1790000002002 extends CheckedMigration {
  readonly name = 'GrantUsageLedger1790000002002';
  protected readonly before = [];
  protected readonly after = [
    {
      says: 'ingest may add segments and never change them',
      sql: `has_table_privilege('ledger_ingest', 'ledger.segment', 'insert')
        and not has_table_privilege('ledger_ingest', 'ledger.segment', 'update,delete,truncate')`,
    },
  ];

  protected async change(runner: QueryRunner): Promise<void> {
    await runner.query(`grant select on ${READ} to ${READERS}`);
    await runner.query(`grant insert on ${INGEST_INSERTS} to ledger_ingest`);
    await runner.query(`grant update on ${INGEST_UPDATES} to ledger_ingest`);
    await runner.query(
      `grant delete on ${qualified('id_run', 'bucket', 'bucket_snapshot')} to ledger_ingest`,
    );
    await runner.query(`grant insert on ledger.quarantine_resolution to ledger_api`);
    await runner.query(`grant insert on ${PROOFS} to ledger_monitor`);
    await runner.query(`grant update on ledger.tree_tile to ledger_monitor`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`revoke insert, update, delete on ${READ} from ${READERS}`);
  }
}
