import { type Command } from 'commander';

import { projectRoot } from './project-root.js';

export function registerTest(program: Command): void {
  program
    .command('test')
    .description('run the tests on a throw-away broker and database')
    .argument(
      '[selection...]',
      'projects (unit integration e2e browser faults sim), paths, jest options',
    )
    .allowUnknownOption()
    .addHelpText(
      'after',
      `
KAFKA_BROKERS and DATABASE_URL, if set, name the broker and the database server to use instead of
throw-away ones. Every run sets new passwords for that server's ledger_* users.`,
    )
    .action(async (selection: string[]) => {
      const { runTests } = await import('../stack/test/run-tests.js');
      process.exitCode = await runTests(projectRoot(), selection);
    });
}
