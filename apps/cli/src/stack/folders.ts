import { chmodSync, mkdtempSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/** The user's cache folder for this product, by the habit of the platform; outlives every clone. */
export function cacheFolder(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
  home = homedir(),
): string {
  const name = 'commitment-ledger';
  if (env.XDG_CACHE_HOME !== undefined && env.XDG_CACHE_HOME !== '')
    return join(env.XDG_CACHE_HOME, name);
  if (platform === 'darwin') return join(home, 'Library', 'Caches', name);
  if (platform === 'win32' && env.LOCALAPPDATA !== undefined) return join(env.LOCALAPPDATA, name);
  return join(home, '.cache', name);
}

/** Where things of one stack are kept. */
export interface Folders {
  /** Root of the repository. */
  readonly project: string;
  /** `.ledger-dev` of the project, or a throw-away folder. */
  readonly state: string;
  /** One log file a process. */
  readonly logs: string;
  readonly cache: string;
}

export function foldersIn(state: string, project = process.cwd()): Folders {
  return { project, state, logs: join(state, 'logs'), cache: cacheFolder() };
}

/** A fresh folder that the database's unprivileged user may pass through. */
export function throwAwayFolder(purpose: string): string {
  const folder = mkdtempSync(join(tmpdir(), `ledger-${purpose}-`));
  chmodSync(folder, 0o711);
  return folder;
}
