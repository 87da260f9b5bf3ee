import pg from 'pg';

/** Runs `work` on a database of its own, made from `template`, and drops it afterwards. */
export async function withDatabase<T>(
  ownerUrl: string,
  name: string,
  template: string,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const admin = new pg.Client({ connectionString: ownerUrl });
  await admin.connect();
  await admin.query(`create database ${name} template ${template}`);
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  try {
    return await work(url.href);
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
  }
}

/** The same database as another user. */
export function asUser(url: string, user: string, password: string): string {
  const own = new URL(url);
  own.username = user;
  own.password = password;
  return own.href;
}
