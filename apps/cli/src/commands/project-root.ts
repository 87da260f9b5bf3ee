import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { foldersIn, type Folders } from '../stack/folders.js';

/** Name of the folder, inside the repository, that a development stack keeps everything in. */
export const STATE_FOLDER = '.ledger-dev';

/** Root of the repository: five folders above `dist/apps/cli/src/commands`. */
export function projectRoot(from = import.meta.url): string {
  return join(dirname(fileURLToPath(from)), '..', '..', '..', '..', '..');
}

/** Folders of this checkout's development stack. */
export function devFolders(project = projectRoot()): Folders {
  return foldersIn(join(project, STATE_FOLDER), project);
}
