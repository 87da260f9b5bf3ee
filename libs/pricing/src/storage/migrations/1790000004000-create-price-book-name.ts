import { CheckedMigration } from '@app/platform';
import type { QueryRunner } from 'typeorm';

/** The directory of price books, written in the transaction that creates one. */
export class CreatePriceBookName1790000004000 extends CheckedMigration {
  readonly name = 'CreatePriceBookName1790000004000';
  protected readonly before = [];
  protected readonly after = [
    { says: 'no price book is known', sql: 'not exists (select from ledger.price_book_name)' },
  ];

  protected async change(runner: QueryRunner): Promise<void> {
    await runner.query('create table ledger.price_book_name (price_book_id text primary key)');
    await runner.query('grant insert on ledger.price_book_name to ledger_api');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ledger.price_book_name');
  }
}
