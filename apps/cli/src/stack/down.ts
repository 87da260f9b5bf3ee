import { lockHolder } from './state/stack-lock.js';
import { removeStackFile } from './state/stack-file.js';
import { waitUntil } from './wait-until.js';

/** A role may take 25 s to end; the launcher kills what takes longer. */
const STOP_MS = 60_000;

/**
 * Ends the stack of this state folder and waits until it is gone.
 *
 * @returns whether one was running
 */
export async function down(state: string): Promise<boolean> {
  const holder = await lockHolder(state);
  if (holder === undefined) {
    removeStackFile(state);
    return false;
  }
  process.kill(holder, 'SIGTERM');
  await waitUntil(
    `the end of the stack (process ${holder})`,
    async () => (await lockHolder(state)) === undefined,
    { deadlineMs: STOP_MS, everyMs: 100 },
  );
  return true;
}
