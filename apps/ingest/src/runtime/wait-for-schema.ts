import { setTimeout as delay } from 'node:timers/promises';
import { backOffMs, ConfigError, type Database, type Health, isOutage } from '@app/platform';

/**
 * Waits until the database answers.
 *
 * @throws ConfigError when it answers and has no usage ledger: a restart cannot cure that
 */
export async function waitForSchema(
  database: Database,
  health: Health,
  signal: AbortSignal,
): Promise<void> {
  for (let attempt = 1; !signal.aborted; attempt += 1) {
    try {
      const [row] = await database.query<{ found: boolean }>(
        `select to_regclass('ledger.shard_head') is not null as found`,
      );
      if (row?.found !== true) {
        throw new ConfigError(['DATABASE_URL: has no usage ledger: run `ledger migrate`']);
      }
      health.set('database', true);
      return;
    } catch (error) {
      if (!isOutage(error)) throw error;
      health.set('database', false, String(error));
    }
    await delay(backOffMs(attempt, Math.random()), undefined, { signal }).catch(() => undefined);
  }
}
