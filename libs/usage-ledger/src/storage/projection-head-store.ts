import type { Database } from '@app/platform';
import type { PoolClient } from 'pg';
import { ISO } from './shard-head.js';

/** How far a read model of one shard has come. */
export interface ProjectionHead {
  readonly shard: number;
  readonly version: number;
  readonly seq: bigint;
  readonly nextOffset: bigint;
  /** ISO 8601 in UTC, or `-infinity` before the first segment. */
  readonly recordedAt: string;
}

type Row = ProjectionHead & Record<string, unknown>;

/** Heads of the version that serves now, by shard. */
export async function readProjectionHeads(
  source: Database | PoolClient,
  name: string,
): Promise<ProjectionHead[]> {
  const text = `select h.shard, h.version, h.seq, h.next_offset as "nextOffset",
      ${ISO('h.recorded_at')} as "recordedAt"
    from ledger.projection_head h join ledger.projection p on p.name = h.name and p.version = h.version
    where h.name = $1 and p.status = 'active' order by h.shard`;
  if ('pool' in source) return source.query<Row>(text, [name]);
  return (await source.query<Row>(text, [name])).rows;
}

export async function readProjectionHead(
  database: Database,
  shard: number,
  name: string,
): Promise<ProjectionHead> {
  const heads = await readProjectionHeads(database, name);
  const head = heads.find((one) => one.shard === shard);
  if (head === undefined) throw new Error(`shard ${shard} has no head of ${name}`);
  return head;
}

/** Compare-and-swap; false when somebody else has moved the head. */
export async function moveProjectionHead(
  client: PoolClient,
  name: string,
  from: Pick<ProjectionHead, 'shard' | 'version' | 'seq'>,
  to: Pick<ProjectionHead, 'seq' | 'nextOffset' | 'recordedAt'>,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `update ledger.projection_head set seq = $5, next_offset = $6, recorded_at = $7
     where shard = $1 and name = $2 and version = $3 and seq = $4`,
    [from.shard, name, from.version, from.seq, to.seq, to.nextOffset, to.recordedAt],
  );
  return rowCount === 1;
}
