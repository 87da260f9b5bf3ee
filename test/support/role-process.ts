import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { freePort } from '../../apps/cli/src/stack/free-port.js';
import { until } from './until.js';

export type RoleName = 'api' | 'ingest' | 'monitor' | 'notifier';

export interface RoleProcess {
  readonly pid: number;
  /** Base address of its HTTP server: the API for `api`, health and metrics for the others. */
  readonly url: string;
  /** Everything it wrote so far. */
  output(): string;
  /** Resolves with the exit code (null after a signal) when the process has ended. */
  readonly ended: Promise<number | null>;
  /** SIGKILL, and waits for the end: a crash. */
  crash(): Promise<void>;
  /** SIGTERM, waits for the end, answers the exit code. */
  stop(): Promise<number | null>;
}

export interface RoleOptions {
  /** Variables of the role (DATABASE_URL, KAFKA_BROKERS, USAGE_TOPIC, KEYRING …). */
  readonly env: Readonly<Record<string, string>>;
  /** Whether to wait until `/readyz` answers 200; default true. */
  readonly ready?: boolean;
  readonly deadlineMs?: number;
}

const root = process.cwd();

/**
 * Starts a role from `dist` as a process of its own, on a free port of the loopback.
 *
 * @throws Error with the process's output, when it ends or does not become ready in time
 */
export async function startRole(role: RoleName, options: RoleOptions): Promise<RoleProcess> {
  const entry = join(root, 'dist', 'apps', role, 'src', 'main.js');
  if (!existsSync(entry)) throw new Error(`${entry} is missing: run \`npm run build\``);
  const port = await freePort();
  const portName = role === 'api' ? 'API_PORT' : 'OPS_PORT';
  const child = spawn(process.execPath, ['--enable-source-maps', entry], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      DRAIN_MS: '0',
      ROLE_HOST: '127.0.0.1',
      [portName]: String(port),
      ...options.env,
    },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  }
  const url = `http://127.0.0.1:${port}`;
  let exited = false;
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      exited = true;
      resolve(code);
    });
  });
  const end = async (signal: NodeJS.Signals) => {
    if (!exited) child.kill(signal);
    return ended;
  };
  if (options.ready !== false) {
    const ready = async () => {
      if (exited) return 'exited';
      return (await fetch(`${url}/readyz`)).ok && 'ready';
    };
    const { deadlineMs = 20_000 } = options;
    const state = await until(`${role} is ready`, ready, { deadlineMs }).catch((error: unknown) =>
      String(error),
    );
    if (state !== 'ready') {
      await end('SIGKILL');
      throw new Error(`${role} did not become ready (${state}):\n${text.slice(-4000)}`);
    }
  }
  return {
    pid: child.pid ?? -1,
    url,
    output: () => text,
    ended,
    async crash() {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
  };
}
