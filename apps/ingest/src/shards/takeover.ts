import type { TopicAdmin } from '@app/kafka';
import type { Database } from '@app/platform';
import {
  ensureShard,
  haltShard,
  type HeadRow,
  type PartitionName,
  ShardHaltedError,
} from '@app/usage-ledger';

export interface TakeoverPorts {
  readonly database: Database;
  readonly admin: TopicAdmin;
  readonly topic: string;
  readonly groupId: string;
}

export interface TakenOver {
  readonly shard: number;
  readonly partition: PartitionName;
  /** What the group had committed before the head was read: never ahead of a sound head. */
  readonly committed: bigint | undefined;
}

/** Registers the partition's shard where it is new: it begins at the oldest record there is. */
export async function takeOver(ports: TakeoverPorts, part: number): Promise<TakenOver> {
  const { database, admin, topic, groupId } = ports;
  const partition = { clusterId: await admin.clusterId(), topic, part };
  const start = (await admin.offsets(topic)).get(part)?.low ?? 0n;
  const committed = (await admin.committed(groupId, topic)).get(part);
  return { shard: await ensureShard(database, partition, start), partition, committed };
}

/**
 * What this process saw durable is in the database, or the database went back (a restored backup, a
 * failover to a stand-by that was behind).
 *
 * @throws ShardHaltedError after halting the shard
 */
export async function mustNotHaveGoneBack(
  database: Database,
  { shard, nextOffset }: HeadRow,
  durableOffset: bigint | undefined,
): Promise<void> {
  if (durableOffset === undefined || durableOffset <= nextOffset) return;
  const reason = `database-regressed: offset ${durableOffset} was durable, the head is at ${nextOffset}`;
  await haltShard(database, shard, reason);
  throw new ShardHaltedError(shard, reason, nextOffset);
}

/**
 * Compares the head with the broker: a topic that was made anew, or a database that went back, must
 * not be guessed at.
 *
 * @returns the offset to start fetching at: the last record below the head, if the broker still
 *   holds it, so that its checksum can be compared
 * @throws ShardHaltedError after halting the shard
 */
export async function checkAgainstBroker(
  ports: TakeoverPorts,
  { shard, partition, committed }: TakenOver,
  head: HeadRow,
): Promise<{ readonly start: bigint; readonly tail: { offset: bigint; crc: number } | null }> {
  const { database, admin, topic } = ports;
  const { low, high } = (await admin.offsets(topic)).get(partition.part) ?? { low: 0n, high: 0n };
  const { nextOffset, tailOffset, tailCrc } = head;
  let reason: string | undefined;
  if (high < nextOffset) {
    reason = `topic-recreated: the partition ends at ${high}, before the head's ${nextOffset}`;
  } else if (low > nextOffset) {
    reason = `offset-gap: records ${nextOffset} to ${low - 1n} are gone from the topic`;
  } else if (committed !== undefined && committed > nextOffset) {
    reason = `database-regressed: offset ${committed} was committed, the head is at ${nextOffset}`;
  }
  if (reason !== undefined) {
    await haltShard(database, shard, reason);
    throw new ShardHaltedError(shard, reason, nextOffset);
  }
  if (tailOffset === null || tailCrc === null || tailOffset < low) {
    return { start: nextOffset, tail: null };
  }
  return { start: tailOffset, tail: { offset: tailOffset, crc: Number(tailCrc) } };
}
