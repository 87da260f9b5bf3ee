import { type Command } from 'commander';

export function registerMigrate(program: Command): void {
  program
    .command('migrate')
    .description('run the migrations, and create missing topics when KAFKA_BROKERS is set')
    .addHelpText(
      'after',
      `
Environment (each also as NAME_FILE):
  DATABASE_URL   the database, as the owner of its tables
  KAFKA_BROKERS  comma list; without it no topics are created
  USAGE_TOPIC    default ledger.usage.v1
  ROLE_PASSWORD  lets the processes' own database users log in with this password`,
    )
    .action(async () => {
      const { migrate } = await import('../stack/migrate-command.js');
      await migrate();
    });
}
