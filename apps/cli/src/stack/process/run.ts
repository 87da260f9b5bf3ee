import { type ChildProcess, spawn } from 'node:child_process';

export interface RunResult {
  /** Null when the program is missing or was killed. */
  readonly code: number | null;
  /** stdout and stderr together. */
  readonly output: string;
}

export interface RunOptions {
  readonly user?: number;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly timeoutMs?: number;
  /** Ends the program early. */
  readonly signal?: AbortSignal;
}

const running = new Set<ChildProcess>();

/** Kills every program that `run` still waits for. */
export function killRuns(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** Runs a program to its end; never rejects: a missing program is a result too. */
export function run(
  command: string,
  args: readonly string[],
  { user, cwd, env, timeoutMs, signal }: RunOptions = {},
): Promise<RunResult> {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(user === undefined ? {} : { uid: user, gid: user }),
      ...(cwd === undefined ? {} : { cwd }),
      ...(env === undefined ? {} : { env }),
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs, killSignal: 'SIGKILL' }),
      ...(signal === undefined ? {} : { signal }),
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    }
    running.add(child);
    child.once('error', (error) => {
      running.delete(child);
      resolve({ code: null, output: output + error.message });
    });
    child.once('close', (code) => {
      running.delete(child);
      resolve({ code, output });
    });
  });
}
