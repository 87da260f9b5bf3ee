import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

import { run } from '../process/run.js';
import { readJson } from './json-file.js';
import { errorCode } from '../error-code.js';

const Holder = z.object({ pid: z.number(), began: z.string() });

/** When the process began, as `ps` prints it; tells a pid from the same number given out again. */
async function beganAt(pid: number): Promise<string | undefined> {
  const { code, output } = await run('ps', ['-o', 'lstart=', '-p', String(pid)], {
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
  });
  if (code === 0) return output.trim();
  // A machine without ps: the number alone has to do.
  if (code === null) return isAlive(pid) ? '' : undefined;
  return undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

function lockFile(state: string): string {
  return join(state, 'lock');
}

/** Pid of the launcher that runs the stack of this state folder, if it lives. */
export async function lockHolder(state: string): Promise<number | undefined> {
  const holder = Holder.safeParse(readJson(lockFile(state))).data;
  if (holder === undefined) return undefined;
  return (await beganAt(holder.pid)) === holder.began ? holder.pid : undefined;
}

/** Takes the state folder for this process; answers the pid of the one that has it already. */
export async function takeLock(state: string): Promise<number | undefined> {
  mkdirSync(state, { recursive: true });
  const mine = JSON.stringify({ pid: process.pid, began: await beganAt(process.pid) });
  for (;;) {
    try {
      writeFileSync(lockFile(state), mine, { flag: 'wx' });
      return undefined;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
    const holder = await lockHolder(state);
    if (holder !== undefined) return holder;
    // Left by a launcher that was killed.
    rmSync(lockFile(state), { force: true });
  }
}

/** Gives the folder up, if this process has it. */
export function releaseLock(state: string): void {
  const file = lockFile(state);
  try {
    const holder = Holder.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
    if (holder?.pid === process.pid) rmSync(file, { force: true });
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}
