import pg from 'pg';
import { exactTypes } from './type-parsers.js';

export interface DatabaseOptions {
  readonly url: string;
  /** Connections at most. */
  readonly max?: number;
  readonly applicationName: string;
  readonly statementTimeoutMs?: number;
  /** Called when an idle connection breaks; the pool replaces it by itself. */
  readonly onIdleError?: (error: Error) => void;
}

export interface TransactionOptions {
  readonly isolation?: 'read committed' | 'repeatable read';
  readonly readOnly?: boolean;
}

const CONNECT_TIMEOUT_MS = 5_000;
const LOCK_TIMEOUT_MS = 2_000;

/** One pool of connections whose names resolve in schema `ledger` and whose values stay exact. */
export class Database {
  readonly pool: pg.Pool;

  constructor(options: DatabaseOptions) {
    this.pool = new pg.Pool({
      connectionString: options.url,
      max: options.max ?? 10,
      application_name: options.applicationName,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      types: exactTypes,
      options:
        `-c search_path=ledger,public -c TimeZone=UTC -c jit=off -c lock_timeout=${LOCK_TIMEOUT_MS}` +
        ` -c statement_timeout=${options.statementTimeoutMs ?? 30_000}`,
    });
    this.pool.on('error', options.onIdleError ?? (() => undefined));
  }

  /** Rows of one autocommitted statement. */
  async query<R extends pg.QueryResultRow = pg.QueryResultRow>(
    text: string,
    values: readonly unknown[] = [],
  ): Promise<R[]> {
    return (await this.pool.query<R>(text, [...values])).rows;
  }

  /**
   * Runs `work` on one connection between BEGIN and COMMIT; any error rolls back and is thrown on.
   * An error of COMMIT itself means *outcome unknown*: the caller re-reads before it repeats.
   */
  async transaction<T>(
    work: (client: pg.PoolClient) => Promise<T>,
    options: TransactionOptions = {},
  ): Promise<T> {
    const client = await this.pool.connect();
    // A connection that breaks between two statements says so to nobody else: the next one fails.
    client.on('error', ignore);
    let broken: Error | undefined;
    try {
      const mode = options.readOnly === true ? ' read only' : '';
      await client.query(`begin isolation level ${options.isolation ?? 'read committed'}${mode}`);
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((failure: unknown) => {
        broken = failure instanceof Error ? failure : new Error(String(failure));
      });
      throw error;
    } finally {
      client.removeListener('error', ignore);
      // A connection that cannot even roll back is destroyed, not reused.
      client.release(broken);
    }
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

function ignore(): void {
  // the statement that follows reports it
}
