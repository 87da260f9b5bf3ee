import { createHash } from 'node:crypto';
import { join } from 'node:path';

import { type Folders } from '../folders.js';
import { freePort } from '../free-port.js';
import { type ProcessSpec } from '../process/managed-process.js';
import { type Progress } from '../progress.js';
import { type BrokerChoice, chooseBroker } from './broker-choice.js';
import { brokerServes } from './broker-probe.js';
import { archiveFile, archiveFlags } from './class-archive.js';
import { dockerProcess } from './docker-broker.js';
import { classPath, fetchJars, type JarSet, wantedJars } from './fetch-jars.js';
import { brokerProcess, type JavaBroker, prepareBroker } from './java-broker.js';
import { javaCommand, machineOffers } from './machine-offers.js';

export interface KafkaWishes {
  /** Port of the run before: clients that remember it find the broker again. */
  readonly port?: number | undefined;
  /** Data is forgotten with the stack (tests). */
  readonly throwAway: boolean;
  readonly fast?: boolean;
}

/** A broker that is ready to be started (`process`), or that somebody else runs. */
export interface PreparedKafka {
  /** Comma list as clients take it. */
  readonly brokers: string;
  readonly process?: ProcessSpec;
  /** True as soon as the broker serves. */
  ready(): Promise<boolean>;
  /** What a class-data archive is made from, when this kind of broker profits from one. */
  readonly archive?: { readonly file: string } & Pick<JavaBroker, 'java' | 'classPath'>;
  /** For people: which of the ways was taken. */
  readonly description: string;
}

/**
 * Chooses the broker and makes everything ready for its start: jars, configuration, data folder.
 *
 * @throws StackError when there is no way to a broker on this machine
 */
export async function prepareKafka(
  folders: Folders,
  wishes: KafkaWishes,
  progress: Progress,
): Promise<PreparedKafka> {
  const jars = await wantedJars(folders);
  const choice = await chooseBroker(machineOffers(jars));
  if (choice.kind === 'given') return givenBroker(choice.brokers);
  const ports = { client: await freePort(wishes.port), controller: await freePort() };
  const served = {
    brokers: `127.0.0.1:${ports.client}`,
    ready: () => brokerServes('127.0.0.1', ports.client),
  };
  const logFile = join(folders.logs, 'kafka.log');
  if (choice.kind === 'docker') {
    const volume = wishes.throwAway ? undefined : volumeName(folders);
    const process = dockerProcess(ports, volume, logFile);
    return { ...served, process, description: "Docker's image" };
  }
  const java = javaCommand();
  const base = { java, classPath: await classes(choice, jars, folders, progress) };
  const file = await archiveFile(java, base.classPath, folders.cache);
  const broker: JavaBroker = {
    ...base,
    folder: join(folders.state, 'kafka'),
    ports,
    logFile,
    archiveFlags: choice.kind === 'jars' ? archiveFlags(file) : [],
    fast: wishes.fast ?? false,
  };
  await prepareBroker(broker);
  return {
    ...served,
    process: brokerProcess(broker),
    ...(choice.kind === 'jars' ? { archive: { ...base, file } } : {}),
    description: choice.kind === 'jars' ? 'pinned jars' : choice.home,
  };
}

function givenBroker(brokers: string): PreparedKafka {
  const [first = ''] = brokers.split(',');
  const host = first.replace(/:\d+$/, '');
  const port = Number(/:(\d+)$/.exec(first)?.[1] ?? 9092);
  return { brokers, ready: () => brokerServes(host, port), description: 'KAFKA_BROKERS' };
}

async function classes(
  choice: Exclude<BrokerChoice, { kind: 'given' | 'docker' }>,
  jars: JarSet,
  folders: Folders,
  progress: Progress,
): Promise<string> {
  if (choice.kind === 'home') return join(choice.home, 'libs', '*');
  if (choice.fetch) await fetchJars(jars, folders, progress);
  return classPath(jars);
}

/** Docker volume of this checkout's broker; `ledger reset` removes it. */
export function volumeName({ state }: Folders): string {
  return `ledger-dev-kafka-${createHash('sha256').update(state).digest('hex').slice(0, 12)}`;
}
