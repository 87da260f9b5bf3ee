import { z } from 'zod';

/** What is used of jest's `--json` report. */
export const JestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  /** Files that could not even be loaded. */
  numRuntimeErrorTestSuites: z.number(),
});

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * Counts of one jest run. A file that does not load counts as one failure, and so does a run that
 * ended badly without naming a failed test (no report, a crash, a global error).
 *
 * @param report jest's report; undefined when it wrote none
 */
export function countsOf(report: unknown, exitCode: number | null): Counts {
  const parsed = JestReport.safeParse(report).data;
  if (parsed === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const failed = parsed.numFailedTests + parsed.numRuntimeErrorTestSuites;
  return {
    passed: parsed.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: parsed.numPendingTests + parsed.numTodoTests,
  };
}

export function total(all: readonly Counts[]): Counts {
  const sum = (pick: (counts: Counts) => number) => all.reduce((acc, one) => acc + pick(one), 0);
  return {
    passed: sum(({ passed }) => passed),
    failed: sum(({ failed }) => failed),
    skipped: sum(({ skipped }) => skipped),
  };
}

/** The last line of `npm test`. */
export function summaryLine({ passed, failed, skipped }: Counts): string {
  const line = `${passed} passed, ${failed} failed`;
  return skipped === 0 ? line : `${line}, ${skipped} skipped`;
}
