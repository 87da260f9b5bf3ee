import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foldersIn } from '../../apps/cli/src/stack/folders.js';
import { prepareKafka } from '../../apps/cli/src/stack/kafka/kafka.js';
import { Progress } from '../../apps/cli/src/stack/progress.js';
import { until } from './until.js';

/** A broker that one spec may kill; the other specs' broker is not touched. */
export interface OwnBroker {
  readonly brokers: string;
  /** SIGKILL, and at once the start of the same broker on the same data; resolves when it serves. */
  killAndRestart(): Promise<void>;
  stop(): Promise<void>;
}

const READY_MS = 60_000;

export async function startOwnBroker(): Promise<OwnBroker> {
  const folder = await mkdtemp(join(tmpdir(), 'own-broker-'));
  // A broker of the test run would be taken for the one to use.
  const given = process.env.KAFKA_BROKERS;
  delete process.env.KAFKA_BROKERS;
  const kafka = await prepareKafka(
    foldersIn(folder),
    { throwAway: true },
    new Progress(() => undefined),
  );
  process.env.KAFKA_BROKERS = given;
  const spec = kafka.process;
  if (spec === undefined) throw new Error('this machine offers no broker that a spec may kill');

  let child: ChildProcess;
  const start = async (): Promise<void> => {
    child = spawn(spec.command, spec.args, { stdio: 'ignore', detached: true });
    await until('the broker serves', () => kafka.ready(), { deadlineMs: READY_MS });
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };
  await start();
  return {
    brokers: kafka.brokers,
    async killAndRestart() {
      await end('SIGKILL');
      await start();
    },
    async stop() {
      await end('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
