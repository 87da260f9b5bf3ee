import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

import { StackError } from '../stack-error.js';
import { type Guardian } from './guardian.js';
import { errorCode } from '../error-code.js';

export interface ProcessSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly logFile: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  /** Runs as this user and group; only root may ask for it. */
  readonly user?: number;
  /** Asks the process to end quickly and cleanly. */
  readonly stopSignal?: NodeJS.Signals;
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/**
 * A child in a process group of its own, so that Ctrl-C on the terminal reaches the launcher only
 * and the launcher ends its children in order. It writes straight into its log file.
 */
export class ManagedProcess {
  readonly exited: Promise<Exit>;
  private ended = false;

  private constructor(
    readonly spec: ProcessSpec,
    readonly pid: number,
    child: ChildProcess,
    private readonly guardian: Guardian,
  ) {
    this.exited = new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        this.ended = true;
        guardian.release(pid);
        resolve({ code, signal });
      });
    });
  }

  /** @throws StackError `cannot-run` when the program is missing or may not be run */
  static async start(spec: ProcessSpec, guardian: Guardian): Promise<ManagedProcess> {
    mkdirSync(dirname(spec.logFile), { recursive: true });
    const log = openSync(spec.logFile, 'a');
    const child = spawn(spec.command, spec.args, {
      detached: true,
      stdio: ['ignore', log, log],
      ...(spec.env === undefined ? {} : { env: spec.env }),
      ...(spec.cwd === undefined ? {} : { cwd: spec.cwd }),
      ...(spec.user === undefined ? {} : { uid: spec.user, gid: spec.user }),
    });
    closeSync(log);
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', (cause) => {
        const message = `${spec.command} cannot be run: ${cause.message}`;
        reject(new StackError('cannot-run', message, [], { cause }));
      });
    });
    const managed = new ManagedProcess(spec, child.pid ?? 0, child, guardian);
    guardian.adopt(managed.pid, spec.stopSignal ?? 'SIGTERM');
    return managed;
  }

  get running(): boolean {
    return !this.ended;
  }

  /** Asks it to end, and kills its whole group when it has not after the grace. */
  async stop(graceMs: number): Promise<Exit> {
    if (this.ended) return this.exited;
    this.signal(this.pid, this.spec.stopSignal ?? 'SIGTERM');
    const timer = setTimeout(() => {
      this.signal(-this.pid, 'SIGKILL');
    }, graceMs);
    try {
      return await this.exited;
    } finally {
      clearTimeout(timer);
    }
  }

  private signal(target: number, name: NodeJS.Signals): void {
    try {
      process.kill(target, name);
    } catch (error) {
      // Ended between the look and the signal.
      if (errorCode(error) !== 'ESRCH') throw error;
    }
  }
}
