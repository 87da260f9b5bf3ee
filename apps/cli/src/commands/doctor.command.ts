import { type Command } from 'commander';

import { devFolders } from './project-root.js';

export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .description('look for everything that the development stack needs; changes nothing')
    .action(async () => {
      const { examine } = await import('../stack/doctor.js');
      const findings = await examine(devFolders());
      for (const { what, ok, detail } of findings)
        process.stdout.write(`${ok ? '✔' : '✘'} ${what}: ${detail}\n`);
      if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
    });
}
