import { type Database } from '@app/platform';
import type { PoolClient } from 'pg';
import { type LedgerAddress } from '../projections/ledger-address.js';

/** Another monitor has taken over: whoever sees this rolls back and stands down. */
export class FenceLostError extends Error {
  readonly code = 'fence-lost';

  constructor(fence: bigint) {
    super(`fence ${fence.toString()} no longer holds the read models`);
  }
}

/** How far the read models of attainment reach: one row, moved only by the holder of the fence. */
export class AttainmentHeadStore {
  constructor(private readonly database: Database) {}

  async read(): Promise<LedgerAddress & { readonly computedAt: string }> {
    const [row] = await this.database.query<HeadRow>(
      `select ${HEAD_COLUMNS} from attainment_head h`,
    );
    if (row === undefined) throw new Error('attainment_head has no row');
    return { ...addressOf(row), computedAt: row.head_computed_at };
  }

  /** Takes the read models over from an earlier fence. */
  async adopt(client: PoolClient, fence: bigint): Promise<void> {
    const { rowCount } = await client.query(
      'update attainment_head set fence = $1 where fence <= $1',
      [fence],
    );
    if (rowCount !== 1) throw new FenceLostError(fence);
  }

  /** @throws FenceLostError when the row is no longer this fence's */
  async move(client: PoolClient, fence: bigint, to: LedgerAddress, at: Date): Promise<void> {
    const { rowCount } = await client.query(
      `update attainment_head set shards = $2, offsets = $3, contract_position = $4, as_of = $5, computed_at = $6
       where fence = $1`,
      [
        fence,
        asJson(to.shards),
        asJson(to.offsets),
        to.contractPosition,
        to.asOf,
        at.toISOString(),
      ],
    );
    if (rowCount !== 1) throw new FenceLostError(fence);
  }
}

export interface HeadRow {
  readonly shards: Record<string, string>;
  readonly offsets: Record<string, string>;
  readonly contract_position: bigint;
  readonly head_as_of: string | null;
  readonly head_computed_at: string;
}

/** RFC 3339 in UTC with microseconds. */
export function instant(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

/** Columns of a `HeadRow` from `attainment_head h`. */
export const HEAD_COLUMNS = `h.shards, h.offsets, h.contract_position, ${instant('h.as_of')} as head_as_of,
  ${instant('h.computed_at')} as head_computed_at`;

export function addressOf(row: HeadRow): LedgerAddress {
  return {
    shards: asMap(row.shards),
    offsets: asMap(row.offsets),
    contractPosition: row.contract_position,
    asOf: row.head_as_of,
  };
}

function asMap(json: Record<string, string>): Map<number, bigint> {
  return new Map(Object.entries(json).map(([shard, at]) => [Number(shard), BigInt(at)]));
}

function asJson(map: ReadonlyMap<number, bigint>): string {
  return JSON.stringify(Object.fromEntries([...map].map(([shard, at]) => [shard, at.toString()])));
}
