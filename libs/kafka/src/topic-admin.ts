import type { Admin } from 'kafkajs';
import { BRIEF, type ClientOptions, createClient } from './client.js';

export interface WantedTopic {
  readonly topic: string;
  readonly partitions: number;
  /** Broker settings such as `retention.ms`. */
  readonly config?: Readonly<Record<string, string>>;
}

/** [low, high): the offsets that the broker still holds. */
export interface OffsetRange {
  readonly low: bigint;
  readonly high: bigint;
}

/** Each call fails within seconds when the broker is away; its caller waits and tries again. */
export interface TopicAdmin {
  clusterId(): Promise<string>;
  /** Creates those that are missing and answers their names; existing topics are left as they are. */
  ensureTopics(topics: readonly WantedTopic[]): Promise<string[]>;
  /** 0 when there is no such topic. */
  partitionCount(topic: string): Promise<number>;
  offsets(topic: string): Promise<Map<number, OffsetRange>>;
  /** What the group has committed; partitions without a commit are absent. */
  committed(groupId: string, topic: string): Promise<Map<number, bigint>>;
  close(): Promise<void>;
}

export function createTopicAdmin(options: ClientOptions): TopicAdmin {
  let connected: Promise<Admin> | undefined;
  const admin = (): Promise<Admin> =>
    (connected ??= connect(options).catch((error: unknown) => {
      connected = undefined;
      throw error;
    }));
  const partitionCount = async (topic: string): Promise<number> => {
    const client = await admin();
    if (!(await client.listTopics()).includes(topic)) return 0;
    const { topics } = await client.fetchTopicMetadata({ topics: [topic] });
    return topics[0]?.partitions.length ?? 0;
  };

  return {
    partitionCount,
    clusterId: async () => (await (await admin()).describeCluster()).clusterId,
    ensureTopics: async (topics) => ensureTopics(await admin(), topics),
    offsets: async (topic) => {
      const rows = await (await admin()).fetchTopicOffsets(topic);
      return new Map(
        rows.map(({ partition, low, high }) => [
          partition,
          { low: BigInt(low), high: BigInt(high) },
        ]),
      );
    },
    committed: async (groupId, topic) => {
      const [row] = await (await admin()).fetchOffsets({ groupId, topics: [topic] });
      const known = (row?.partitions ?? []).filter(({ offset }) => !offset.startsWith('-'));
      return new Map(known.map(({ partition, offset }) => [partition, BigInt(offset)]));
    },
    close: async () => {
      const client = await connected?.catch(() => undefined);
      connected = undefined;
      await client?.disconnect();
    },
  };
}

async function connect(options: ClientOptions): Promise<Admin> {
  const admin = createClient(options, BRIEF).admin({ retry: BRIEF });
  await admin.connect();
  return admin;
}

async function ensureTopics(admin: Admin, topics: readonly WantedTopic[]): Promise<string[]> {
  const existing = new Set(await admin.listTopics());
  const missing = topics.filter(({ topic }) => !existing.has(topic));
  if (missing.length === 0) return [];
  await admin.createTopics({
    waitForLeaders: true,
    topics: missing.map(({ topic, partitions, config }) => ({
      topic,
      numPartitions: partitions,
      configEntries: Object.entries(config ?? {}).map(([name, value]) => ({ name, value })),
    })),
  });
  return missing.map(({ topic }) => topic);
}
