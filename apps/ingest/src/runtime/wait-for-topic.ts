import { setTimeout as delay } from 'node:timers/promises';
import type { TopicAdmin } from '@app/kafka';
import { backOffMs, type Health } from '@app/platform';

/**
 * Waits until the broker answers and has the topic; `/readyz` says what is missing.
 *
 * @returns its number of partitions, or undefined when the process ends first
 */
export async function waitForTopic(
  admin: TopicAdmin,
  topic: string,
  health: Health,
  signal: AbortSignal,
): Promise<number | undefined> {
  for (let attempt = 1; !signal.aborted; attempt += 1) {
    try {
      const partitions = await admin.partitionCount(topic);
      if (partitions > 0) return partitions;
      health.set('kafka', false, `topic ${topic} is missing: run \`ledger migrate\``);
    } catch (error) {
      health.set('kafka', false, String(error));
    }
    await delay(backOffMs(attempt, Math.random()), undefined, { signal }).catch(() => undefined);
  }
  return undefined;
}
