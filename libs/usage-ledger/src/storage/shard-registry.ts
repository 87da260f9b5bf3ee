import { createHash } from 'node:crypto';
import type { Database } from '@app/platform';
import { firstChain, type Sha256 } from '../domain/chain.js';

/** One Kafka partition. */
export interface PartitionName {
  readonly clusterId: string;
  readonly topic: string;
  readonly part: number;
}

export interface RegisteredShard extends PartitionName {
  readonly shard: number;
}

export const sha256: Sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const UNIQUE_VIOLATION = '23505';

/**
 * The shard of a partition, made with its head and the heads of its read models when it is new. The
 * number is the partition's own where it is free, else the next one.
 *
 * @param start where a new shard begins: the oldest offset that the broker holds
 */
export async function ensureShard(
  database: Database,
  name: PartitionName,
  start: bigint,
): Promise<number> {
  for (;;) {
    const known = await findShard(database, name);
    const shard = known ?? (await register(database, name));
    if (shard === undefined) continue; // somebody else registered one at the same moment
    await ensureHeads(database, shard, name, start);
    return shard;
  }
}

/** Every shard of the topic, by partition. */
export async function listShards(database: Database, topic?: string): Promise<RegisteredShard[]> {
  return database.query<RegisteredShard & Record<string, unknown>>(
    `select shard, cluster_id as "clusterId", topic, part from ledger.shard
     where $1::text is null or topic = $1 order by shard`,
    [topic ?? null],
  );
}

async function findShard(
  database: Database,
  { clusterId, topic, part }: PartitionName,
): Promise<number | undefined> {
  const rows = await database.query<{ shard: number }>(
    'select shard from ledger.shard where cluster_id = $1 and topic = $2 and part = $3',
    [clusterId, topic, part],
  );
  return rows[0]?.shard;
}

async function register(
  database: Database,
  { clusterId, topic, part }: PartitionName,
): Promise<number | undefined> {
  try {
    const rows = await database.query<{ shard: number }>(
      `insert into ledger.shard (shard, cluster_id, topic, part)
       select case when exists (select from ledger.shard where shard = $3)
                   then (select max(shard) + 1 from ledger.shard) else $3 end, $1, $2, $3
       returning shard`,
      [clusterId, topic, part],
    );
    return rows[0]?.shard;
  } catch (error) {
    if ((error as { code?: unknown }).code === UNIQUE_VIOLATION) return undefined;
    throw error;
  }
}

async function ensureHeads(
  database: Database,
  shard: number,
  { clusterId, topic, part }: PartitionName,
  start: bigint,
): Promise<void> {
  await database.query(
    `insert into ledger.shard_head (shard, next_offset, chain) values ($1, $2, $3)
     on conflict do nothing`,
    [shard, start, firstChain(sha256, clusterId, topic, part)],
  );
  // A read model that comes later starts at the shard's first segment, too.
  await database.query(
    `insert into ledger.projection_head (shard, name, version, seq, next_offset, recorded_at)
     select $1, p.name, p.version, 0, $2, '-infinity' from ledger.projection p
     where p.status = 'active' on conflict do nothing`,
    [shard, start],
  );
}
