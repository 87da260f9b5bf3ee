import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { type Folders } from '../folders.js';
import { run } from '../process/run.js';
import { type Progress } from '../progress.js';
import { StackError } from '../stack-error.js';
import { parseJarList, jarFile, type Jar } from './jar-list.js';
import { faultsOfJars } from './verify-jars.js';

const MAVEN_TIMEOUT_MS = 600_000;

/** The pinned jars and the folder of the user's cache that holds them, once fetched. */
export interface JarSet {
  readonly jars: readonly Jar[];
  readonly folder: string;
}

/** Which jars this checkout wants; the folder is named by their list, so that lists never mix. */
export async function wantedJars({ project, cache }: Folders): Promise<JarSet> {
  const list = await readFile(join(project, 'tools', 'kafka', 'jars.txt'), 'utf8');
  const digest = createHash('sha256').update(list).digest('hex').slice(0, 12);
  return { jars: parseJarList(list), folder: join(cache, `kafka-jars-${digest}`) };
}

export async function haveJars({ jars, folder }: JarSet): Promise<boolean> {
  return (await faultsOfJars(folder, jars)).length === 0;
}

/** Class path in a fixed order: the class-data archive is valid for one order only. */
export function classPath({ jars, folder }: JarSet): string {
  return jars
    .map((jar) => join(folder, jarFile(jar)))
    .sort()
    .join(process.platform === 'win32' ? ';' : ':');
}

/**
 * Copies the jars by Maven, which honours the user's mirrors and proxies, and verifies each.
 *
 * @throws StackError `kafka-fetch-failed` or `kafka-jars-altered`
 */
export async function fetchJars(set: JarSet, folders: Folders, progress: Progress): Promise<void> {
  const { jars, folder } = set;
  await mkdir(folders.cache, { recursive: true });
  const fresh = await mkdtemp(join(folders.cache, 'kafka-fetch-'));
  try {
    const sizeMb = Math.round(jars.reduce((sum, jar) => sum + jar.sizeBytes, 0) / 1e6);
    await progress.step(`Kafka: ${jars.length} jars (${sizeMb} MB) by Maven`, async () => {
      const pom = join(folders.project, 'tools', 'kafka', 'pom.xml');
      const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${fresh}`];
      const { code, output } = await run('mvn', ['-B', '-ntp', '-q', '-f', pom, ...goal], {
        timeoutMs: MAVEN_TIMEOUT_MS,
      });
      if (code === 0) return;
      throw new StackError('kafka-fetch-failed', `Maven could not fetch the broker:\n${output}`, [
        'check the network, or the mirror and proxy in ~/.m2/settings.xml, and run this again',
      ]);
    });
    const faults = await faultsOfJars(fresh, jars);
    if (faults.length > 0) {
      throw new StackError(
        'kafka-jars-altered',
        `the fetched jars are not the pinned ones:\n${faults.join('\n')}`,
        ['find out what your Maven mirror serves; tools/kafka/jars.txt has the checksums'],
      );
    }
    await rm(folder, { recursive: true, force: true });
    await rename(fresh, folder);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}
