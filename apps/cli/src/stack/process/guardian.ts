import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Writable } from 'node:stream';

/**
 * The process that cleans up behind a launcher which is killed: see bin/guardian.mjs. It is told of
 * every child and of every folder that must not stay.
 */
export class Guardian {
  private constructor(private readonly child: ChildProcessByStdio<Writable, null, null>) {}

  static start(project: string): Guardian {
    const entry = join(project, 'bin', 'guardian.mjs');
    const child = spawn(process.execPath, [entry], {
      detached: true,
      cwd: '/',
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    // A guardian that died is no reason to stop: it only matters if the launcher is killed as well.
    child.stdin.on('error', () => undefined);
    return new Guardian(child);
  }

  /** The signal is the one that asks this kind of process to end quickly and cleanly. */
  adopt(pid: number, signal: NodeJS.Signals): void {
    this.tell({ adopt: pid, signal });
  }

  release(pid: number): void {
    this.tell({ release: pid });
  }

  /** The folder is removed when the launcher has ended. */
  removeLater(folder: string): void {
    this.tell({ folder });
  }

  /** Lets the guardian do what is left to do, and waits for its end. */
  async close(): Promise<void> {
    const gone = this.child.exitCode === null ? once(this.child, 'exit') : Promise.resolve();
    this.child.stdin.end();
    await gone;
  }

  private tell(order: object): void {
    this.child.stdin.write(`${JSON.stringify(order)}\n`);
  }
}
