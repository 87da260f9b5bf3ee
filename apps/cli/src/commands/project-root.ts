import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { foldersIn, type Folders } from '../stack/folders.js';

/** Name of the folder, inside the repository, that a development stack keeps everything in. */
export const STATE_FOLDER = '.ledger-dev';

/** Root of the repository: five folders above `dist/apps/cli/src/commands`. */
export function projectRoot(from = import.meta.url): string {
  return join(dirname(fileURLToPath(from)), '..', '..', '..', '..', '..');
}

/** Folders of this checkout's development stack; LEDGER_STATE names another state folder. */
export function devFolders(
  project = projectRoot(),
  env: Readonly<Record<string, string | undefined>> = process.env,
): Folders {
  const { LEDGER_STATE: state } = env;
  const isNamed = state !== undefined && state !== '';
  return foldersIn(isNamed ? resolve(state) : join(project, STATE_FOLDER), project);
}
