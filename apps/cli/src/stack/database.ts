import { randomBytes } from 'node:crypto';

import { Database } from '@app/platform';

/** Runs on one connection of the owner. */
async function asOwner<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = new Database({ url, max: 1, applicationName: 'ledger-cli' });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Whether the server answers a query; false while it starts, stops or is absent. */
export async function isServing(url: string): Promise<boolean> {
  return asOwner(url, async (database) => {
    await database.query('select 1');
    return true;
  }).catch(() => false);
}

/** The address of another database on the same server. */
export function withDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

/** The same database as another user. */
export function withUser(url: string, user: string, password: string): string {
  const other = new URL(url);
  other.username = user;
  other.password = password;
  return other.href;
}

/** Creates the database unless it exists. The name is a plain identifier of ours. */
export async function ensureDatabase(url: string, name: string): Promise<void> {
  await asOwner(url, async (database) => {
    const known = await database.query('select 1 from pg_database where datname = $1', [name]);
    if (known.length === 0) await database.query(`create database ${name}`);
  });
}

export const PROCESS_USERS = ['api', 'ingest', 'monitor', 'notifier', 'reader'] as const;

/** A password without characters that SQL or addresses would have to escape. */
export function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

const PASSWORD = /^[A-Za-z0-9_.~-]{8,}$/;

/**
 * Lets the processes' own users `ledger_<process>` log in, all with this password. Migrations create
 * them without login.
 *
 * @throws Error when the password holds other than unreserved characters of addresses, or fewer than 8
 */
export async function enableLogins(url: string, password: string): Promise<void> {
  if (!PASSWORD.test(password))
    throw new Error('a role password has at least 8 of the characters A-Z a-z 0-9 _ . ~ -');
  await asOwner(url, async (database) => {
    for (const user of PROCESS_USERS) {
      await database.query(`alter role ledger_${user} login password '${password}'`);
    }
  });
}

/** Removes the database, cutting connections that are still open. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await asOwner(url, (database) => database.query(`drop database if exists ${name} with (force)`));
}
