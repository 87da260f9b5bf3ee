import { type Command, InvalidArgumentError } from 'commander';

import { devFolders } from './project-root.js';

export function port(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0 && value < 65_536) return value;
  throw new InvalidArgumentError('a port is a whole number from 1 to 65535.');
}

export function registerUp(program: Command): void {
  program
    .command('up')
    .description('start the development stack: broker, database, roles, demo; Ctrl-C stops it')
    .option('--port <port>', 'port of the API (default: a free one)', port)
    .option('--bare', 'without the demo contract and its exporter')
    .action(async (options: { port?: number; bare?: boolean }) => {
      const { up } = await import('../stack/up.js');
      await up(devFolders(), options);
    });
}
