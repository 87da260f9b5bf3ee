import { type Command } from 'commander';

import { devFolders } from './project-root.js';

export function registerReset(program: Command): void {
  program
    .command('reset')
    .description('stop the development stack and forget all its data')
    .action(async () => {
      const { reset } = await import('../stack/reset.js');
      const removed = await reset(devFolders().state);
      const text = removed.length === 0 ? 'There was nothing to forget.' : 'Removed:';
      process.stderr.write(`${[text, ...removed].join('\n  ')}\n`);
    });
}
