import { CheckedMigration } from '@app/platform';
import { type QueryRunner } from 'typeorm';

/** What was seen of each source's arrivals: the usual pause that a silence is judged by. */
export class CreateSourceArrival1790000006001 extends CheckedMigration {
  readonly name = 'CreateSourceArrival1790000006001';
  protected readonly before = [];
  protected readonly after = [
    { says: 'nothing was seen yet', sql: 'not exists (select from ledger.source_arrival)' },
  ];

  protected async change(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create table ledger.source_arrival (source text primary key, record jsonb not null)',
    );
    await runner.query('grant insert, update on ledger.source_arrival to ledger_monitor');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ledger.source_arrival');
  }
}
