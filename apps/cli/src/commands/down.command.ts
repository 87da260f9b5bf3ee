import { type Command } from 'commander';

import { devFolders } from './project-root.js';

export function registerDown(program: Command): void {
  program
    .command('down')
    .description('stop the development stack; its data stay')
    .action(async () => {
      const { down } = await import('../stack/down.js');
      const stopped = await down(devFolders().state);
      process.stderr.write(stopped ? 'The stack has stopped.\n' : 'No stack is running.\n');
    });
}
