import { Command, CommanderError } from 'commander';

import { registerCommands } from './commands/register.js';
import { devFolders } from './commands/project-root.js';
import { explained, StackError } from './stack/stack-error.js';

const EXIT_FAILED = 1;
const EXIT_USAGE = 2;

const program = new Command('ledger')
  .description("The buyer's ledger of a cloud spend commitment.")
  .showHelpAfterError()
  .exitOverride();
registerCommands(program);

/** What a person is told: domain errors in words, the unexpected with its stack. */
function describe(error: unknown): string {
  if (error instanceof StackError) return error.toString();
  if (!(error instanceof Error)) return String(error);
  // Configuration and domain errors carry a code; their message is written for people.
  return 'code' in error ? error.message : (error.stack ?? error.message);
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : EXIT_USAGE;
  } else {
    process.stderr.write(`\n${describe(explained(error, devFolders().state))}\n`);
    process.exitCode = EXIT_FAILED;
  }
}
// What the command left open (a socket that lingers) does not keep the terminal waiting.
process.exit();
