import { DataSource, type MigrationInterface } from 'typeorm';

export type MigrationClass = new () => MigrationInterface;

/** Runs every migration that has not run, each in its own transaction; names in order of running. */
export async function runMigrations(
  url: string,
  migrations: readonly MigrationClass[],
): Promise<string[]> {
  return withSource(url, migrations, async (source) => {
    // The table of migrations itself lives in the schema that the first migration fills.
    await source.query('create schema if not exists ledger');
    return (await source.runMigrations({ transaction: 'each' })).map(({ name }) => name);
  });
}

/** Undoes the newest migration that has run. Development and tests only: production goes forward. */
export async function revertLastMigration(
  url: string,
  migrations: readonly MigrationClass[],
): Promise<void> {
  await withSource(url, migrations, (source) => source.undoLastMigration({ transaction: 'each' }));
}

async function withSource<T>(
  url: string,
  migrations: readonly MigrationClass[],
  work: (source: DataSource) => Promise<T>,
): Promise<T> {
  const source = new DataSource({
    type: 'postgres',
    url,
    schema: 'ledger',
    applicationName: 'ledger-migrate',
    migrations: [...migrations],
    migrationsTableName: 'migration',
    synchronize: false,
    extra: { options: '-c search_path=ledger,public -c TimeZone=UTC', max: 1 },
  });
  await source.initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}
