import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type ProcessSpec } from '../process/managed-process.js';
import { run } from '../process/run.js';
import { StackError } from '../stack-error.js';
import { brokerProperties, type BrokerPorts } from './broker-config.js';

export interface JavaBroker {
  readonly java: string;
  readonly classPath: string;
  /** Holds `server.properties` and `data`. */
  readonly folder: string;
  readonly ports: BrokerPorts;
  readonly logFile: string;
  /** -XX flags about the class-data archive; none is right, only slower. */
  readonly archiveFlags: readonly string[];
  /** More heap and the full compiler, for benchmarks. */
  readonly fast: boolean;
}

function javaFlags({ fast }: JavaBroker): string[] {
  const small = ['-Xmx256m', '-XX:TieredStopAtLevel=1'];
  return [...(fast ? ['-Xmx512m'] : small), '-XX:+UseSerialGC'];
}

/** 22 characters of base64url, as Kafka writes its ids; one that begins with `-` is read as an option. */
export function newClusterId(random: (sizeBytes: number) => Buffer = randomBytes): string {
  for (;;) {
    const id = random(16).toString('base64url');
    if (!id.startsWith('-')) return id;
  }
}

/** Writes the configuration and formats the data folder, unless that has been done. */
export async function prepareBroker(broker: JavaBroker): Promise<void> {
  const { folder, java, classPath, ports } = broker;
  const data = join(folder, 'data');
  const properties = join(folder, 'server.properties');
  await mkdir(folder, { recursive: true });
  await writeFile(properties, brokerProperties(ports, data));
  if (existsSync(data)) return;
  // Formatted under another name: an interrupted format must not look like a finished one.
  const fresh = join(folder, 'data.new');
  const freshProperties = join(folder, 'format.properties');
  await rm(fresh, { recursive: true, force: true });
  await writeFile(freshProperties, brokerProperties(ports, fresh));
  const tool = ['kafka.tools.StorageTool', 'format', '-t', newClusterId(), '-c', freshProperties];
  const quiet = '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn';
  const flags = [...javaFlags(broker), ...broker.archiveFlags, quiet];
  const { code, output } = await run(java, [...flags, '-cp', classPath, ...tool]);
  if (code !== 0)
    throw new StackError('kafka-format-failed', `Kafka's storage tool failed:\n${output}`);
  await rename(fresh, data);
}

/** The broker as a process: SIGTERM ends it cleanly in about a second, with exit code 143. */
export function brokerProcess(broker: JavaBroker): ProcessSpec {
  const { java, classPath, folder, logFile, archiveFlags } = broker;
  const quiet = '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn';
  return {
    name: 'kafka',
    command: java,
    args: [
      ...javaFlags(broker),
      ...archiveFlags,
      quiet,
      '-cp',
      classPath,
      'kafka.Kafka',
      join(folder, 'server.properties'),
    ],
    logFile,
  };
}
