import { setTimeout as pause } from 'node:timers/promises';
import { type ExporterRecord } from '@app/imports';
import { createProducer, createTopicAdmin, type Sent } from '@app/kafka';
import { backOffMs } from '@app/platform';
import { readStackFile } from '../stack/state/stack-file.js';
import { type EmitOptions } from './emit-options.js';
import { devFolders } from './project-root.js';

const CLIENT_ID = 'ledger-emit';
const DEFAULT_TOPIC = 'ledger.usage.v1';

/** The topic that events go to, and how far each partition has come by what was sent. */
export interface EmitTarget {
  /** Names the cluster and the topic: another cluster needs another counter. */
  readonly name: string;
  send(records: readonly ExporterRecord[]): Promise<void>;
  /** Position token of everything confirmed so far: reads wait for it as `minPosition`. */
  readonly position: string;
  close(): Promise<void>;
}

/** No broker is known, none answers, or it has no such topic. */
export class TargetMissingError extends Error {
  readonly code = 'emit-target-missing';
}

/**
 * @param patience waits for the broker and the topic until it is aborted; without it one try is made
 * @throws TargetMissingError
 */
export async function openTarget(
  options: EmitOptions,
  patience: AbortSignal | undefined,
  say: (text: string) => void,
): Promise<EmitTarget> {
  const stack = readStackFile(devFolders().state);
  const brokers = options.brokers ?? process.env.KAFKA_BROKERS ?? stack?.kafkaBrokers;
  const topic = options.topic ?? process.env.USAGE_TOPIC ?? stack?.usageTopic ?? DEFAULT_TOPIC;
  if (brokers === undefined) {
    throw new TargetMissingError(
      'no broker is known: start the stack with `ledger up`, or name one with --brokers',
    );
  }
  const client = { brokers: brokers.split(',').map((each) => each.trim()), clientId: CLIENT_ID };
  const cluster = await findCluster(client, topic, patience, say);
  const producer = createProducer(client);
  const reached = new Map<number, bigint>();
  return {
    name: `${cluster}/${topic}`,
    send: async (records) => {
      advance(reached, await producer.send(topic, records), records.length);
    },
    get position() {
      const tokens = [...reached].sort(([a], [b]) => a - b);
      return tokens.map(([partition, next]) => `@${partition}:${next.toString()}`).join(',');
    },
    close: () => producer.close(),
  };
}

/** One source has one key, so all its records lie behind each other in one partition. */
function advance(reached: Map<number, bigint>, sent: readonly Sent[], records: number): void {
  for (const { partition, baseOffset } of sent) {
    const next = baseOffset + BigInt(records);
    if (next > (reached.get(partition) ?? 0n)) reached.set(partition, next);
  }
}

async function findCluster(
  client: { brokers: string[]; clientId: string },
  topic: string,
  patience: AbortSignal | undefined,
  say: (text: string) => void,
): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const admin = createTopicAdmin(client);
    try {
      if ((await admin.partitionCount(topic)) > 0) return await admin.clusterId();
      throw new TargetMissingError(`there is no topic ${topic}: \`ledger migrate\` creates it`);
    } catch (error) {
      const fact = error instanceof Error ? error.message : String(error);
      if (patience === undefined || patience.aborted) {
        if (error instanceof TargetMissingError) throw error;
        throw new TargetMissingError(`no broker answers at ${client.brokers.join(', ')}: ${fact}`);
      }
      say(`waiting for the broker: ${fact}`);
      await pause(backOffMs(attempt, Math.random()), undefined, { signal: patience }).catch(
        () => undefined,
      );
    } finally {
      await admin.close();
    }
  }
}
