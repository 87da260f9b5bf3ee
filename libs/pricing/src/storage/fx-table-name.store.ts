import { type Database } from '@app/platform';
import type { PoolClient } from 'pg';

/** The directory of FX tables. */
export class FxTableNameStore {
  constructor(private readonly database: Database) {}

  /** Runs in the transaction that opens the table. */
  async add(client: PoolClient, fxTableId: string): Promise<void> {
    await client.query(
      'insert into fx_table_name (fx_table_id) values ($1) on conflict do nothing',
      [fxTableId],
    );
  }

  /** Ids in byte order, after a key. */
  async list(after: string, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ fx_table_id: string }>(
      `select fx_table_id from fx_table_name where fx_table_id collate "C" > $1
       order by fx_table_id collate "C" limit $2`,
      [after, limit],
    );
    return rows.map((row) => row.fx_table_id);
  }
}
