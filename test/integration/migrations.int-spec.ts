import { revertLastMigration, runMigrations } from '@app/platform';
import { allMigrations } from '../../apps/cli/src/stack/migrate.js';
import { cloneDatabase, sql, type TestDatabase } from '../support/index.js';

let home: TestDatabase;

beforeAll(async () => {
  home = await cloneDatabase();
});

afterAll(() => home.drop());

const tables = async (): Promise<string[]> => {
  const rows = await sql<{ name: string }>(
    home.url,
    `select table_name as name from information_schema.tables
     where table_schema = 'ledger' order by 1`,
  );
  return rows.map(({ name }) => name);
};

describe('migrations', () => {
  it('go down to nothing and up again to the same tables', async () => {
    const before = await tables();
    expect(await runMigrations(home.url, allMigrations)).toEqual([]);

    for (let left = allMigrations.length; left > 0; left -= 1) {
      await revertLastMigration(home.url, allMigrations);
    }
    expect(await tables()).toEqual(['migration']);

    expect(await runMigrations(home.url, allMigrations)).toHaveLength(allMigrations.length);
    expect(await tables()).toEqual(before);
  });
});
