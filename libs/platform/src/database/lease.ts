import type pg from 'pg';
import type { Database } from './database.js';

/**
 * A fenced lease: at most one holder at a time, by the *database's* clock. Each taking raises the
 * fence by one, so that work of an earlier holder is told apart and refused (`check`).
 */
export class Lease {
  constructor(
    private readonly database: Database,
    readonly name: string,
    readonly holder: string,
    private readonly ttlMs: number,
  ) {}

  /** The new fence when the lease was free or over, null while somebody else holds it. */
  async acquire(): Promise<bigint | null> {
    const rows = await this.database.query<{ fence: bigint }>(
      `insert into lease as l (name, holder, fence, expires_at)
       values ($1, $2, 1, now() + $3 * interval '1 ms')
       on conflict (name) do update set holder = $2, fence = l.fence + 1, expires_at = excluded.expires_at
       where l.expires_at <= now() or l.holder = $2
       returning fence`,
      [this.name, this.holder, this.ttlMs],
    );
    return rows[0]?.fence ?? null;
  }

  /** Extends the lease; false when it was lost. */
  async renew(fence: bigint): Promise<boolean> {
    const rows = await this.database.query(
      `update lease set expires_at = now() + $4 * interval '1 ms'
       where name = $1 and holder = $2 and fence = $3 and expires_at > now() returning fence`,
      [this.name, this.holder, fence, this.ttlMs],
    );
    return rows.length === 1;
  }

  /** Locks the lease row in the caller's transaction; false when another fence holds it by now. */
  async check(client: pg.PoolClient, fence: bigint): Promise<boolean> {
    const { rowCount } = await client.query(
      'select 1 from lease where name = $1 and fence = $2 for update',
      [this.name, fence],
    );
    return rowCount === 1;
  }

  /** Gives the lease up at once, so that a stand-by need not wait for its end. */
  async release(fence: bigint): Promise<void> {
    await this.database.query(
      'update lease set expires_at = now() where name = $1 and holder = $2 and fence = $3',
      [this.name, this.holder, fence],
    );
  }
}
