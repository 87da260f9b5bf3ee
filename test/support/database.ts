import { randomBytes } from 'node:crypto';

import pg from 'pg';

import { required } from './environment.js';

/** The database users of the processes; each may only what its migrations grant. */
export type DatabaseUser = 'api' | 'ingest' | 'monitor' | 'notifier' | 'reader';

export interface TestDatabase {
  readonly name: string;
  /** As the owner of all tables (superuser): for set-up and for looking at everything. */
  readonly url: string;
  /** As the process's own user `ledger_<user>`. */
  urlOf(user: DatabaseUser): string;
  /** Removes the database, cutting connections that are still open. */
  drop(): Promise<void>;
}

async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: required('DATABASE_URL') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A fresh, migrated, empty database: a clone of the template that the launcher migrated once. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const name = `spec_${randomBytes(6).toString('hex')}`;
  const template = process.env.LEDGER_TEMPLATE_DATABASE ?? 'ledger_template';
  await asOwner((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  const url = new URL(required('DATABASE_URL'));
  url.pathname = `/${name}`;
  return {
    name,
    url: url.href,
    urlOf(user) {
      const own = new URL(url);
      own.username = `ledger_${user}`;
      own.password = process.env.LEDGER_ROLE_PASSWORD ?? '';
      return own.href;
    },
    async drop() {
      await asOwner((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

/** Runs one statement on the database and answers its rows; opens a connection for it. */
export async function sql<R extends pg.QueryResultRow>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<R>(text, values)).rows;
  } finally {
    await client.end();
  }
}
