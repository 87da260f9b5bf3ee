import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { foldersIn, throwAwayFolder } from '../folders.js';
import { Guardian } from '../process/guardian.js';
import { killRuns } from '../process/run.js';
import { untilDone } from '../process/signals.js';
import { Supervisor } from '../process/supervisor.js';
import { Progress } from '../progress.js';
import { type Workshop } from '../services.js';
import { startTestStack } from '../test/test-stack.js';

/**
 * `ledger bench`: the benchmarks in `bench/`, on a broker with the full compiler and a database
 * that does not wait for the disk. They get the same environment as the specs.
 *
 * @returns the exit code of the benchmarks
 */
export async function runBench(project: string, options: readonly string[]): Promise<number> {
  const state = throwAwayFolder('bench');
  const guardian = Guardian.start(project);
  guardian.removeLater(state);
  const progress = new Progress();
  const supervisor = new Supervisor(guardian, {
    started: () => undefined,
    ended: (name) => {
      progress.say(`! ${name} ended; figures of this run are worthless`);
    },
  });
  const workshop: Workshop = { folders: foldersIn(state, project), progress, guardian, supervisor };
  let running: ChildProcess | undefined;
  const code = await untilDone(
    async () => {
      const { env } = await startTestStack(workshop, { browser: false, fastBroker: true });
      const entry = join(project, 'dist', 'bench', 'main.js');
      running = spawn(process.execPath, ['--enable-source-maps', entry, ...options], {
        cwd: project,
        stdio: 'inherit',
        env: { ...process.env, ...env },
      });
      guardian.adopt(running.pid ?? 0, 'SIGTERM');
      const [ended] = (await once(running, 'exit')) as [number | null];
      return ended;
    },
    async (graceMs) => {
      running?.kill('SIGTERM');
      killRuns();
      supervisor.close();
      await supervisor.stop(supervisor.names, graceMs);
      rmSync(state, { recursive: true, force: true, maxRetries: 5 });
      await guardian.close();
    },
  );
  return code ?? 1;
}
