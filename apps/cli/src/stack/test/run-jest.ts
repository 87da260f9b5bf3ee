import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { type Guardian } from '../process/guardian.js';
import { readJson } from '../state/json-file.js';
import { type Counts, countsOf } from './summary.js';
import { errorCode } from '../error-code.js';

export interface JestRun {
  readonly project: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly root: string;
  /** Where jest writes its report and specs their temporary files. */
  readonly folder: string;
  /** Where jest keeps what it has compiled, from one run to the next. */
  readonly cache: string;
}

/** Runs jest, one project at a time, and ends what its specs have left. */
export class JestRunner {
  private current: ChildProcess | undefined;
  private stopped = false;

  constructor(private readonly guardian: Guardian) {}

  /** Runs one project; none at all after `stop`. */
  async run({ project, args, env, root, folder, cache }: JestRun): Promise<Counts> {
    if (this.stopped) return { passed: 0, failed: 0, skipped: 0 };
    const report = join(folder, `jest-${project}.json`);
    rmSync(report, { force: true });
    const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
    const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
    const kept = [`--outputFile=${report}`, `--cacheDirectory=${cache}`];
    const options = ['--selectProjects', project, '--json', ...kept];
    // Whatever specs forget to remove goes with the folder; unprivileged servers may pass through.
    const temporary = join(folder, 'tmp');
    mkdirSync(temporary, { recursive: true, mode: 0o711 });
    const child = spawn(
      process.execPath,
      [...flags, jest, ...options, '--passWithNoTests', ...args],
      // A group of its own, so that processes that specs started end with it.
      {
        cwd: root,
        detached: true,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, ...env, TMPDIR: temporary },
      },
    );
    this.current = child;
    const pid = child.pid ?? 0;
    this.guardian.adopt(pid, 'SIGTERM');
    const [code] = (await once(child, 'exit')) as [number | null];
    this.current = undefined;
    endGroup(pid);
    this.guardian.release(pid);
    return countsOf(readJson(report), code);
  }

  /** Ends the running jest and all that it started; from now on none is started any more. */
  stop(): void {
    this.stopped = true;
    if (this.current?.pid !== undefined) endGroup(this.current.pid);
  }
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // Nobody of the group is left: the usual case.
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}
