import { readConfig } from '@app/platform';
import { z } from 'zod';

import { enableLogins } from './database.js';
import { createTopics, migrateDatabase } from './migrate.js';

const Config = z.object({
  DATABASE_URL: z.string(),
  KAFKA_BROKERS: z.string().optional(),
  USAGE_TOPIC: z.string().default('ledger.usage.v1'),
  ROLE_PASSWORD: z.string().optional(),
});

/** `ledger migrate`: prints what it did, a line for each migration and topic. */
export async function migrate(env = process.env): Promise<void> {
  const config = readConfig(Config, env);
  const ran = await migrateDatabase(config.DATABASE_URL);
  for (const name of ran) process.stdout.write(`ran ${name}\n`);
  if (ran.length === 0) process.stdout.write('no migration was due\n');
  if (config.ROLE_PASSWORD !== undefined) {
    await enableLogins(config.DATABASE_URL, config.ROLE_PASSWORD);
    process.stdout.write('database users may log in\n');
  }
  if (config.KAFKA_BROKERS === undefined) return;
  const created = await createTopics(config.KAFKA_BROKERS, config.USAGE_TOPIC);
  for (const topic of created) process.stdout.write(`created topic ${topic}\n`);
}
