import { type Command } from 'commander';

import { readStackFile } from '../stack/state/stack-file.js';
import { statusOf } from '../stack/status.js';
import { columns, processTable } from '../stack/table.js';
import { devFolders } from './project-root.js';

export function registerStatus(program: Command): void {
  program
    .command('status')
    .description('show the processes of the development stack; exit code 1 unless all are well')
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const stack = readStackFile(devFolders().state);
      if (stack === undefined) {
        process.stderr.write('No stack is running; `ledger up` starts one.\n');
        process.exitCode = 1;
        return;
      }
      const processes = await statusOf(stack);
      const { apiUrl, dashboardUrl } = stack;
      const text =
        json === true
          ? JSON.stringify({ apiUrl, dashboardUrl, processes })
          : `${columns([['API', apiUrl]])}\n${processTable(processes)}`;
      process.stdout.write(`${text}\n`);
      const isWell = processes.every(({ state }) => state === 'ready' || state === 'running');
      if (!isWell) process.exitCode = 1;
    });
}
