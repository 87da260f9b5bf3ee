import { join } from 'node:path';

import { run } from '../process/run.js';
import { type Offers } from './broker-choice.js';
import { haveJars, type JarSet } from './fetch-jars.js';

const ASK_TIMEOUT_MS = 10_000;

/** The Java to use: JAVA_HOME's, else the one on the PATH. */
export function javaCommand(env = process.env): string {
  const home = env.JAVA_HOME;
  return home === undefined || home === '' ? 'java' : join(home, 'bin', 'java');
}

/** Major version in the output of `java -version`: 17 of `"17.0.15"`, 8 of `"1.8.0_412"`. */
export function javaMajor(output: string): number | undefined {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(output) ?? [];
  if (first === undefined) return undefined;
  return Number(first === '1' ? second : first);
}

async function answers(command: string, args: readonly string[]): Promise<boolean> {
  return (await run(command, args, { timeoutMs: ASK_TIMEOUT_MS })).code === 0;
}

/** What this machine has, asked for real. */
export function machineOffers(jars: JarSet, env = process.env): Offers {
  return {
    brokers: env.KAFKA_BROKERS,
    kafkaHome: env.KAFKA_HOME,
    async java() {
      const { code, output } = await run(javaCommand(env), ['-version'], {
        timeoutMs: ASK_TIMEOUT_MS,
      });
      return code === 0 ? javaMajor(output) : undefined;
    },
    jarsCached: () => haveJars(jars),
    maven: () => answers('mvn', ['-version']),
    docker: () => answers('docker', ['version', '--format', '{{.Server.Version}}']),
  };
}
