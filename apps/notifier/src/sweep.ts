import { type Database } from '@app/platform';
import {
  expireHeld,
  outboxOldestAge,
  outboxPending,
  outboxState,
  releaseHeld,
} from '@app/webhooks';

/**
 * Housekeeping of the outbox: what was written `held` at the moment its endpoint became active goes
 * out, what nobody fetched in 30 days is given up, and the gauges are set.
 */
export async function sweep(database: Database): Promise<void> {
  await releaseHeld(database.pool, null);
  await expireHeld(database.pool);
  const { pending, oldestSeconds } = await outboxState(database);
  outboxPending.set(pending);
  outboxOldestAge.set(oldestSeconds);
}
