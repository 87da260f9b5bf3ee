import { existsSync, rmSync } from 'node:fs';

import { down } from './down.js';
import { foldersIn } from './folders.js';
import { volumeName } from './kafka/kafka.js';
import { outsideOf } from './postgres/outside-folder.js';
import { run } from './process/run.js';

/**
 * Stops the stack and forgets all its data: broker, database, keys.
 *
 * @returns the folders that were removed
 */
export async function reset(state: string): Promise<string[]> {
  await down(state);
  const outside = await outsideOf(state);
  const folders = [state, ...(outside === undefined ? [] : [outside])].filter((folder) =>
    existsSync(folder),
  );
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  // Only a stack that ran on Docker's image has a volume; without Docker there is none to remove.
  await run('docker', ['volume', 'rm', '-f', volumeName(foldersIn(state))], { timeoutMs: 10_000 });
  return folders;
}
