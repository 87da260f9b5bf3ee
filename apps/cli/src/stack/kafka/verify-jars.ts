import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type Jar, jarFile } from './jar-list.js';

/**
 * What is wrong with a folder of jars: missing, altered, or not on the list (a jar that nobody
 * pinned would be loaded by the broker all the same). Empty when all is as pinned.
 */
export async function faultsOfJars(folder: string, jars: readonly Jar[]): Promise<string[]> {
  const present = new Set(await readdir(folder).catch(() => []));
  const faults = await Promise.all(
    jars.map(async (jar) => {
      const file = jarFile(jar);
      if (!present.delete(file)) return `${file} is missing`;
      const digest = createHash('sha256').update(await readFile(join(folder, file)));
      return digest.digest('hex') === jar.sha256 ? undefined : `${file} has another SHA-256`;
    }),
  );
  const strangers = [...present].filter((file) => file.endsWith('.jar'));
  return [
    ...faults.filter((fault) => fault !== undefined),
    ...strangers.map((file) => `${file} is not pinned`),
  ];
}
