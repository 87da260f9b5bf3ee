import { type Database } from '@app/platform';
import type { PoolClient } from 'pg';

/** The directory of price books. */
export class PriceBookNameStore {
  constructor(private readonly database: Database) {}

  /** Runs in the transaction that publishes the book. */
  async add(client: PoolClient, priceBookId: string): Promise<void> {
    await client.query(
      'insert into price_book_name (price_book_id) values ($1) on conflict do nothing',
      [priceBookId],
    );
  }

  /** Ids in byte order, after a key. */
  async list(after: string, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ price_book_id: string }>(
      `select price_book_id from price_book_name where price_book_id collate "C" > $1
       order by price_book_id collate "C" limit $2`,
      [after, limit],
    );
    return rows.map((row) => row.price_book_id);
  }
}
