import { accessMigrations } from '@app/access';
import { alertsMigrations } from '@app/alerts';
import { commitmentsMigrations } from '@app/commitments';
import { eventStoreMigrations } from '@app/event-store';
import { createTopicAdmin } from '@app/kafka';
import { type MigrationClass, platformMigrations, runMigrations } from '@app/platform';
import { pricingMigrations } from '@app/pricing';
import { usageLedgerMigrations } from '@app/usage-ledger';
import { webhooksMigrations } from '@app/webhooks';

/** All migrations in the order of the rooms, lowest first: later ones build on earlier tables. */
export const allMigrations: readonly MigrationClass[] = [
  ...platformMigrations,
  ...eventStoreMigrations,
  ...usageLedgerMigrations,
  ...accessMigrations,
  ...pricingMigrations,
  ...commitmentsMigrations,
  ...alertsMigrations,
  ...webhooksMigrations,
];

/** Partitions are the ledger's shards: more may be added later, never fewer. Copies keep theirs. */
const PARTITIONS = 6;
/** Long enough to rebuild the ledger from the topic. */
const RETENTION_MS = String(30 * 24 * 3600 * 1000);

/** @returns the names of the migrations that ran now, in their order */
export async function migrateDatabase(url: string): Promise<string[]> {
  return runMigrations(url, allMigrations);
}

/**
 * Creates the usage topic and its dead-letter topic where they are missing.
 *
 * @returns the names of those that were created
 */
export async function createTopics(brokers: string, topic: string): Promise<string[]> {
  const admin = createTopicAdmin({ brokers: brokers.split(','), clientId: 'ledger-migrate' });
  try {
    const config = { 'cleanup.policy': 'delete', 'retention.ms': RETENTION_MS };
    return await admin.ensureTopics([
      { topic, partitions: PARTITIONS, config },
      { topic: `${topic}.dlq`, partitions: PARTITIONS, config },
    ]);
  } finally {
    await admin.close();
  }
}
