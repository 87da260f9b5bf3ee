import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort } from '../free-port.js';
import { type Guardian } from '../process/guardian.js';
import { ManagedProcess } from '../process/managed-process.js';
import { run } from '../process/run.js';
import { waitUntil } from '../wait-until.js';
import { brokerServes } from './broker-probe.js';
import { brokerProcess, type JavaBroker, prepareBroker } from './java-broker.js';

const START_TIMEOUT_MS = 60_000;
/** Writing the archive takes the virtual machine several seconds on its way out. */
const EXIT_TIMEOUT_MS = 60_000;

/**
 * File of the class-data archive (48 MB) that makes the broker start in a third of the time. It
 * fits one Java build and one class path only, hence its name.
 */
export async function archiveFile(java: string, classPath: string, cache: string): Promise<string> {
  const { output } = await run(java, ['-version']);
  const digest = createHash('sha256').update(output).update(classPath).digest('hex');
  return join(cache, `kafka-${digest.slice(0, 12)}.jsa`);
}

/** Flags that use the archive if it is there; Java goes on without it when it does not fit. */
export function archiveFlags(file: string): string[] {
  return existsSync(file) ? [`-XX:SharedArchiveFile=${file}`, '-Xshare:auto'] : [];
}

/**
 * Makes the archive from a throw-away broker that is started and ended once. Meant for the
 * background; does nothing when the archive exists, and leaves nothing when it is aborted.
 */
export async function makeArchive(
  file: string,
  like: Pick<JavaBroker, 'java' | 'classPath'>,
  guardian: Guardian,
  aborted: AbortSignal,
): Promise<void> {
  if (existsSync(file)) return;
  const folder = await mkdtemp(join(tmpdir(), 'ledger-archive-'));
  guardian.removeLater(folder);
  const fresh = `${file}.${process.pid}`;
  const broker: JavaBroker = {
    ...like,
    folder,
    ports: { client: await freePort(), controller: await freePort() },
    logFile: join(folder, 'kafka.log'),
    archiveFlags: [],
    fast: false,
  };
  try {
    await prepareBroker(broker);
    const training = brokerProcess({
      ...broker,
      archiveFlags: [`-XX:ArchiveClassesAtExit=${fresh}`],
    });
    if (isAborted(aborted)) return;
    const running = await ManagedProcess.start(training, guardian);
    const kill = () => void running.stop(0);
    aborted.addEventListener('abort', kill);
    await waitUntil(
      'the broker that is archived',
      () => isAborted(aborted) || brokerServes('127.0.0.1', broker.ports.client),
      { deadlineMs: START_TIMEOUT_MS },
    );
    await running.stop(EXIT_TIMEOUT_MS);
    // A virtual machine that was killed leaves half a file.
    if (!isAborted(aborted) && existsSync(fresh)) await rename(fresh, file);
  } finally {
    await rm(fresh, { force: true });
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
