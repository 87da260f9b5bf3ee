import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import {
  dropDatabase,
  enableLogins,
  ensureDatabase,
  newPassword,
  withDatabase,
} from '../database.js';
import { migrateDatabase } from '../migrate.js';
import { run } from '../process/run.js';
import { startServices, type Workshop } from '../services.js';

/** What specs find in their environment. */
export interface TestStack {
  readonly env: Readonly<Record<string, string>>;
  /** Removes what would stay in a database server that was given. */
  clean(): Promise<void>;
}

export interface TestStackOptions {
  readonly browser: boolean;
  readonly fastBroker: boolean;
}

/** Starts a broker and a database for one run, and migrates the template that specs clone. */
export async function startTestStack(
  workshop: Workshop,
  { browser, fastBroker }: TestStackOptions,
): Promise<TestStack> {
  const [{ kafka, postgres }, chromium] = await Promise.all([
    startServices(workshop, { throwAway: true, fastBroker }),
    browser ? unpackChromium(workshop) : undefined,
  ]);
  const isOwn = postgres.process !== undefined;
  const template = isOwn ? 'ledger_template' : `ledger_template_${randomBytes(4).toString('hex')}`;
  const password = newPassword();
  await workshop.progress.step('Migrated template database', async () => {
    await ensureDatabase(postgres.url, template);
    await migrateDatabase(withDatabase(postgres.url, template));
    await enableLogins(postgres.url, password);
  });
  return {
    env: {
      DATABASE_URL: postgres.url,
      KAFKA_BROKERS: kafka.brokers,
      LEDGER_TEMPLATE_DATABASE: template,
      LEDGER_ROLE_PASSWORD: password,
      ...(chromium === undefined ? {} : { CHROMIUM_HOME: chromium }),
    },
    async clean() {
      if (!isOwn) await dropDatabase(postgres.url, template);
    },
  };
}

/** Folder of the unpacked browser; undefined where npm has none for this platform. */
async function unpackChromium({ folders, progress }: Workshop): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    if (!existsSync(process.env.CHROMIUM_PATH ?? ''))
      progress.say('! no browser: set CHROMIUM_PATH to run the browser tests; they are skipped');
    return undefined;
  }
  return progress.step('Chromium from npm', async () => {
    const tool = join(folders.project, 'tools', 'unpack-chromium.mjs');
    const { code, output } = await run(process.execPath, [tool, folders.cache]);
    if (code !== 0) throw new Error(`Chromium was not unpacked:\n${output}`);
    return output.trim();
  });
}
