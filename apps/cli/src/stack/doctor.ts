import { statfs } from 'node:fs/promises';
import { join } from 'node:path';

import { type Folders } from './folders.js';
import { freePort } from './free-port.js';
import { chooseBroker } from './kafka/broker-choice.js';
import { wantedJars } from './kafka/fetch-jars.js';
import { machineOffers } from './kafka/machine-offers.js';
import { findBinaries } from './postgres/binaries.js';
import { isReachable, serverUser } from './postgres/unprivileged.js';
import { StackError } from './stack-error.js';

export interface Finding {
  readonly what: string;
  readonly ok: boolean;
  readonly detail: string;
}

async function look(what: string, work: () => Promise<string>): Promise<Finding> {
  try {
    return { what, ok: true, detail: await work() };
  } catch (error) {
    const detail = error instanceof StackError ? error.toString() : String(error);
    return { what, ok: false, detail };
  }
}

async function broker(folders: Folders): Promise<string> {
  const jars = await wantedJars(folders);
  const choice = await chooseBroker(machineOffers(jars));
  switch (choice.kind) {
    case 'given':
      return `KAFKA_BROKERS ${choice.brokers}`;
    case 'jars':
      return choice.fetch ? 'Java and Maven: jars will be fetched' : `jars in ${jars.folder}`;
    case 'home':
      return `KAFKA_HOME ${choice.home}`;
    case 'docker':
      return "Docker's image apache/kafka";
  }
}

async function database({ project, state }: Folders): Promise<string> {
  const given = process.env.DATABASE_URL;
  if (given !== undefined && given !== '') return `DATABASE_URL ${new URL(given).host}`;
  const user = serverUser();
  // A copy of closed binaries is made by `up`, not by a look.
  if (user !== undefined && !isReachable(join(project, 'node_modules', 'x')))
    return 'embedded PostgreSQL, copied to an open folder at the first start';
  return (await findBinaries(project, state, user)).description;
}

async function disk({ project }: Folders): Promise<string> {
  const { bavail, bsize } = await statfs(project);
  const freeMb = Math.round((bavail * bsize) / 1e6);
  if (freeMb < 1_000) throw new Error(`${freeMb} MB free; the stack wants 1,000 MB`);
  return `${freeMb} MB free`;
}

/** Looks for everything that `up` needs, and changes nothing. */
export function examine(folders: Folders): Promise<Finding[]> {
  return Promise.all([
    look('Node.js', () => Promise.resolve(process.versions.node)),
    look('Kafka', () => broker(folders)),
    look('PostgreSQL', () => database(folders)),
    look('Disk', () => disk(folders)),
    look('Ports', async () => `${await freePort()} is free`),
  ]);
}
