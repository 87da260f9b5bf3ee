import { type Command } from 'commander';

import { projectRoot } from './project-root.js';

export function registerBench(program: Command): void {
  program
    .command('bench')
    .description('run the benchmarks on a throw-away broker and database')
    .argument('[options...]', 'options of the benchmarks')
    .allowUnknownOption()
    .action(async (options: string[]) => {
      const { runBench } = await import('../stack/bench/run-bench.js');
      process.exitCode = await runBench(projectRoot(), options);
    });
}
