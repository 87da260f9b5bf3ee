import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type ProcessSpec } from '../process/managed-process.js';
import { run } from '../process/run.js';
import { StackError } from '../stack-error.js';

export interface Cluster {
  /** Folder with `initdb` and `postgres`. */
  readonly binaries: string;
  /** Holds `data` and `password`; every folder above is open to the user. */
  readonly folder: string;
  readonly user: number | undefined;
  readonly port: number;
  /** No waiting for the disk: for data that nobody will miss. */
  readonly throwAway: boolean;
  readonly logFile: string;
}

async function own(path: string, user: number | undefined): Promise<void> {
  if (user !== undefined) await chown(path, user, user);
}

/** The superuser's password: made once, kept beside the data. */
async function password({ folder, user }: Cluster): Promise<string> {
  const file = join(folder, 'password');
  if (!existsSync(file)) {
    await writeFile(file, randomBytes(18).toString('base64url'), { mode: 0o600 });
  }
  await own(file, user);
  return readFile(file, 'utf8');
}

/**
 * Initialises the cluster unless that has been done.
 *
 * @returns address of the database `postgres`, as its superuser
 * @throws StackError `initdb-failed` or `postgres-version`
 */
export async function prepareCluster(cluster: Cluster): Promise<string> {
  const { binaries, folder, user, port } = cluster;
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o700);
  await own(folder, user);
  const secret = await password(cluster);
  const data = join(folder, 'data');
  const runAs = user === undefined ? { cwd: folder } : { cwd: folder, user };
  if (existsSync(data)) {
    const made = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim();
    const { output } = await run(join(binaries, 'postgres'), ['--version'], runAs);
    const major = /(\d+)/.exec(output)?.[1];
    if (major !== undefined && major !== made) {
      const message = `the data in ${data} are of PostgreSQL ${made}, this is ${major}`;
      throw new StackError('postgres-version', message, ['`ledger reset` forgets the data']);
    }
  } else {
    // Initialised under another name: an interrupted initdb must not look like a finished one.
    const fresh = join(folder, 'data.new');
    await rm(fresh, { recursive: true, force: true });
    const args = ['--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'];
    if (cluster.throwAway) args.push('--no-sync');
    const files = [`--pwfile=${join(folder, 'password')}`, `--pgdata=${fresh}`];
    const { code, output } = await run(join(binaries, 'initdb'), [...args, ...files], runAs);
    if (code !== 0) throw new StackError('initdb-failed', `initdb failed:\n${output}`);
    await rename(fresh, data);
  }
  return `postgres://postgres:${encodeURIComponent(secret)}@127.0.0.1:${port}/postgres`;
}

/** The server as a process; SIGINT is its fast shutdown, which does not wait for clients. */
export function clusterProcess(cluster: Cluster): ProcessSpec {
  const { binaries, folder, user, port, throwAway, logFile } = cluster;
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    ...(throwAway ? { fsync: 'off' } : {}),
  };
  return {
    name: 'postgres',
    command: join(binaries, 'postgres'),
    args: [
      ...['-D', join(folder, 'data')],
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    logFile,
    cwd: folder,
    stopSignal: 'SIGINT',
    ...(user === undefined ? {} : { user }),
  };
}
