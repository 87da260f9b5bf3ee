import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { type Folders } from '../folders.js';
import { freePort } from '../free-port.js';
import { type ProcessSpec } from '../process/managed-process.js';
import { findBinaries } from './binaries.js';
import { type Cluster, clusterProcess, prepareCluster } from './cluster.js';
import { makeOutside, outsideOf } from './outside-folder.js';
import { isReachable, serverUser } from './unprivileged.js';

export interface PostgresWishes {
  readonly port?: number | undefined;
  /** Data is forgotten with the stack (tests): no waiting for the disk. */
  readonly throwAway: boolean;
}

/** A server that is ready to be started (`process`), or that somebody else runs. */
export interface PreparedPostgres {
  /** Address of the owner's database. */
  readonly url: string;
  readonly process?: ProcessSpec;
  /** A folder outside the state folder that a reset (or the end of a test run) removes. */
  readonly outside?: string;
  readonly description: string;
}

/**
 * Where the cluster lives: in the state folder, or in a folder open to the unprivileged user when
 * one above the state folder is closed (root's home, a private temporary folder).
 */
async function clusterFolder(state: string, user: number | undefined) {
  if (user === undefined || isReachable(join(state, 'postgres')))
    return { folder: join(state, 'postgres') };
  const outside = (await outsideOf(state)) ?? (await makeOutside(state));
  return { folder: join(outside, 'postgres'), outside };
}

/**
 * Finds a server and makes its cluster ready: DATABASE_URL, embedded binaries, local binaries.
 *
 * @throws StackError when there is no way to a database on this machine
 */
export async function preparePostgres(
  folders: Folders,
  { port, throwAway }: PostgresWishes,
  env = process.env,
): Promise<PreparedPostgres> {
  const given = env.DATABASE_URL;
  if (given !== undefined && given !== '') return { url: given, description: 'DATABASE_URL' };
  const user = serverUser();
  await mkdir(folders.state, { recursive: true });
  const { folder, outside } = await clusterFolder(folders.state, user);
  const binaries = await findBinaries(folders.project, outside ?? folders.state, user);
  const cluster: Cluster = {
    binaries: binaries.folder,
    folder,
    user,
    port: await freePort(port),
    throwAway,
    logFile: join(folders.logs, 'postgres.log'),
  };
  const url = await prepareCluster(cluster);
  const described = { url, description: binaries.description, process: clusterProcess(cluster) };
  return outside === undefined ? described : { ...described, outside };
}
