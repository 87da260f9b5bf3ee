// Installs and builds when that is due; says what it does on stderr.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { setTimeout as delay } from 'node:timers/promises';

import { builtFrom, needsInstall, sourcesOf, stampFile } from './staleness.mjs';

const TICK_MS = 5_000;

function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Runs npm; its output is shown only when it fails. */
async function npm(what, args, project) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  say(`  ${what} …`);
  const timer = setInterval(() => say(`  ${what} … ${seconds()} s`), TICK_MS);
  const cli = process.env.npm_execpath;
  const [command, first] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []];
  const child = spawn(command, [...first, ...args], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk) => (output += chunk));
  const problem = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(code === 0 ? '' : `${signal ?? `exit ${code}`}`));
  });
  clearInterval(timer);
  if (problem !== '') {
    say(output.trim());
    say(`✘ ${what}: ${problem}`);
    if (/ENOSPC/.test(output)) say('  - the disk is full: free some space and run this again');
    process.exit(1);
  }
  say(`✔ ${what} (${seconds()} s)`);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Two launchers must not install or build at the same time. */
async function locked(project, work) {
  const folder = join(project, '.ledger-dev');
  const lock = join(folder, 'install.lock');
  mkdirSync(folder, { recursive: true });
  for (let said = false; ; said = true) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
    if (holder > 0 && !isAlive(holder)) rmSync(lock, { force: true });
    else if (!said) say(`  waiting for process ${holder}, which installs or builds …`);
    await delay(200);
  }
  const unlock = () => rmSync(lock, { force: true });
  process.once('exit', unlock);
  await work();
  unlock();
  process.off('exit', unlock);
}

/** Makes `node_modules` fit the lock file, and `dist` the sources. */
export async function prepare(project) {
  const entry = join(project, 'dist', 'apps', 'cli', 'src', 'main.js');
  const isBuilt = () => existsSync(entry) && builtFrom(project) === sourcesOf(project);
  if (!needsInstall(project) && isBuilt()) return;
  await locked(project, async () => {
    if (needsInstall(project)) {
      // No package needs its install script, and one of them is telemetry.
      await npm('Installing packages (npm ci)', ['ci', '--ignore-scripts'], project);
    }
    if (isBuilt()) return;
    const sources = sourcesOf(project);
    await npm('Building (npm run build)', ['run', 'build'], project);
    writeFileSync(stampFile(project), sources);
  });
}
