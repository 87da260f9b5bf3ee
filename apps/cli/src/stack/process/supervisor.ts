import { setTimeout as delay } from 'node:timers/promises';

import { waitUntil } from '../wait-until.js';
import { type Guardian } from './guardian.js';
import { logTail, startFailure } from './log-tail.js';
import { type Exit, ManagedProcess, type ProcessSpec } from './managed-process.js';

/** A process that lived this long has started well: the next pause is short again. */
const STEADY_MS = 30_000;
const LONGEST_PAUSE_MS = 10_000;

/** Pause before the n-th start in a row (from 1): 0.2 s doubling to 10 s. */
export function restartPauseMs(attempt: number): number {
  return Math.min(LONGEST_PAUSE_MS, 100 * 2 ** Math.min(attempt, 20));
}

interface Supervised {
  process: ManagedProcess;
  /** Aborted when the process shall not be started again. */
  readonly over: AbortController;
  loop: Promise<void>;
}

export interface Watcher {
  /** A process has this pid from now on. */
  started(name: string, pid: number): void;
  /** It ended by itself and will be started again after the pause. */
  ended(name: string, exit: Exit, pauseMs: number): void;
}

/** Keeps processes running: one that ends is started again, with growing pauses. */
export class Supervisor {
  private readonly all = new Map<string, Supervised>();
  private closed = false;

  constructor(
    private readonly guardian: Guardian,
    private readonly watcher: Watcher,
  ) {}

  /** From now on nothing is started any more. */
  close(): void {
    this.closed = true;
  }

  /** Starts a process and keeps it running. */
  async keep(spec: ProcessSpec): Promise<void> {
    if (this.closed) throw new Error(`${spec.name} is not started: the stack is being stopped`);
    const process = await ManagedProcess.start(spec, this.guardian);
    if (this.isClosed()) await process.stop(0);
    const over = new AbortController();
    const supervised: Supervised = { process, over, loop: Promise.resolve() };
    this.all.set(spec.name, supervised);
    this.watcher.started(spec.name, process.pid);
    supervised.loop = this.loop(spec, supervised);
  }

  /**
   * Starts a process and waits until it serves.
   *
   * @throws StackError with the end of its log, when it ends before or takes too long
   */
  async keepServing(
    spec: ProcessSpec,
    ready: () => Promise<boolean>,
    deadlineMs: number,
  ): Promise<void> {
    await this.keep(spec);
    const first = this.all.get(spec.name)?.process;
    const state = await waitUntil(
      `${spec.name} serves`,
      async () => {
        if (first?.running !== true) return 'ended';
        return (await ready()) && 'serves';
      },
      { deadlineMs },
    ).catch(() => 'late');
    if (state === 'serves') return;
    await this.stop([spec.name], 0);
    throw startFailure(spec.name, logTail(spec.logFile), spec.logFile);
  }

  /** Ends these processes, all at a time; what has not ended after the grace is killed. */
  async stop(names: readonly string[], graceMs: number): Promise<void> {
    await Promise.all(
      names.map(async (name) => {
        const supervised = this.all.get(name);
        if (supervised === undefined) return;
        this.all.delete(name);
        supervised.over.abort();
        await supervised.process.stop(graceMs);
        await supervised.loop;
      }),
    );
  }

  private isClosed(): boolean {
    return this.closed;
  }

  get names(): string[] {
    return [...this.all.keys()];
  }

  private async loop(spec: ProcessSpec, supervised: Supervised): Promise<void> {
    const { signal } = supervised.over;
    for (let attempt = 1; ; attempt += 1) {
      const began = performance.now();
      const exit = await supervised.process.exited;
      if (isAborted(signal)) return;
      if (performance.now() - began > STEADY_MS) attempt = 1;
      const pauseMs = restartPauseMs(attempt);
      this.watcher.ended(spec.name, exit, pauseMs);
      await delay(pauseMs, undefined, { signal }).catch(() => undefined);
      if (isAborted(signal)) return;
      supervised.process = await ManagedProcess.start(spec, this.guardian);
      this.watcher.started(spec.name, supervised.process.pid);
      // The stop came while it was being started: it looked at the process before.
      if (isAborted(signal)) await supervised.process.stop(0);
    }
  }
}

function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
