import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { foldersIn, throwAwayFolder } from '../folders.js';
import { Guardian } from '../process/guardian.js';
import { killRuns } from '../process/run.js';
import { untilDone } from '../process/signals.js';
import { Supervisor } from '../process/supervisor.js';
import { Progress } from '../progress.js';
import { type Workshop } from '../services.js';
import { JestRunner } from './run-jest.js';
import { needsServices, select } from './selection.js';
import { type Counts, summaryLine, total } from './summary.js';
import { startTestStack, type TestStack } from './test-stack.js';

/** One test run: a stack of its own, jest project by project, the summary, nothing left. */
export class TestRun {
  private readonly workshop: Workshop;
  private readonly jest: JestRunner;
  private readonly state = throwAwayFolder('test');
  private stack: TestStack | undefined;

  constructor(private readonly project: string) {
    const folders = foldersIn(this.state, project);
    const guardian = Guardian.start(project);
    guardian.removeLater(this.state);
    const progress = new Progress();
    const supervisor = new Supervisor(guardian, {
      started: () => undefined,
      ended: (name, { code, signal }) => {
        progress.say(`! ${name} of the tests ended (${signal ?? String(code)}), starts again`);
      },
    });
    this.workshop = { folders, progress, guardian, supervisor };
    this.jest = new JestRunner(guardian);
  }

  async run(args: readonly string[]): Promise<Counts> {
    const selection = select(args);
    if (needsServices(selection)) {
      const browser = selection.projects.includes('browser');
      this.stack = await startTestStack(this.workshop, { browser, fastBroker: false });
    }
    const env = this.stack?.env ?? {};
    const counts: Counts[] = [];
    for (const project of selection.projects) {
      this.workshop.progress.say(`\n── ${project} tests`);
      const cache = join(this.workshop.folders.cache, 'jest');
      const where = { root: this.project, folder: this.state, cache };
      counts.push(await this.jest.run({ project, args: selection.rest, env, ...where }));
    }
    return total(counts);
  }

  async stop(graceMs: number): Promise<void> {
    const { supervisor, guardian } = this.workshop;
    this.jest.stop();
    killRuns();
    await this.stack?.clean().catch((error: unknown) => {
      this.workshop.progress.say(`! the template database stays: ${String(error)}`);
    });
    this.stack = undefined;
    supervisor.close();
    await supervisor.stop(supervisor.names, graceMs);
    rmSync(this.state, { recursive: true, force: true, maxRetries: 5 });
    await guardian.close();
  }
}

/**
 * `ledger test`: prints jest's progress and, as its last line, `N passed, N failed`.
 *
 * @returns the exit code
 */
export async function runTests(project: string, args: readonly string[]): Promise<number> {
  const run = new TestRun(project);
  const counts = await untilDone(
    () => run.run(args),
    (graceMs) => run.stop(graceMs),
  );
  if (counts === undefined) {
    process.stderr.write('interrupted\n');
    return 1;
  }
  const nothing = counts.passed + counts.failed + counts.skipped === 0;
  if (nothing) process.stderr.write(`no test matches: ${args.join(' ')}\n`);
  process.stdout.write(`${summaryLine(counts)}\n`);
  return counts.failed > 0 || nothing ? 1 : 0;
}
