import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { type Folders } from './folders.js';
import { Launch, type UpOptions } from './launch.js';
import { Progress } from './progress.js';
import { readStackFile, type StackFile } from './state/stack-file.js';
import { lockHolder, takeLock } from './state/stack-lock.js';
import { DEMO_COMMITMENT } from './demo/demo-contract.js';
import { StackError } from './stack-error.js';
import { firstScreen } from './table.js';
import { untilStopped } from './process/signals.js';
import { waitUntil } from './wait-until.js';

/** Runs the stack until it is told to stop; beside a running one it only shows where that is. */
export async function up(folders: Folders, options: UpOptions): Promise<void> {
  const { project } = folders;
  if (!existsSync(join(project, 'package.json')))
    throw new StackError('not-a-checkout', `${project} is not the folder of the repository`);
  const holder = await takeLock(folders.state);
  if (holder !== undefined) {
    await showRunning(folders, holder);
    return;
  }
  const launch = new Launch(folders, new Progress(), options);
  await untilStopped(
    async () => {
      const stack = await launch.start();
      print(stack);
      process.stderr.write('Ctrl-C stops everything that was started here.\n');
      launch.afterStart();
    },
    (graceMs) => launch.stop(graceMs),
  );
}

const OTHER_START_MS = 300_000;

/** Prints the table of the stack that runs already, waiting for it while it still starts. */
async function showRunning({ state }: Folders, holder: number): Promise<void> {
  const stack = await waitUntil(
    `the stack that process ${holder} starts`,
    async () => {
      const file = readStackFile(state);
      if (file !== undefined) return file;
      return (await lockHolder(state)) === undefined && 'gone';
    },
    { deadlineMs: OTHER_START_MS, everyMs: 250 },
  );
  if (stack === 'gone')
    throw new StackError('start-failed', `process ${holder} gave its start up`, ['try again']);
  process.stderr.write(`A stack runs already (process ${holder}); \`ledger down\` stops it.\n`);
  print(stack);
}

function print(stack: StackFile): void {
  process.stdout.write(firstScreen(stack, DEMO_COMMITMENT));
}
