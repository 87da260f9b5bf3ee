import { ROLES } from './roles/role.js';
import { type StackFile } from './state/stack-file.js';

export interface ProcessState {
  readonly name: string;
  readonly pid: number | undefined;
  /** `ready`, `running`, `not ready: …` or `ended`. */
  readonly state: string;
}

const ASK_MS = 2_000;

interface Report {
  readonly checks?: Record<string, { ok: boolean; detail?: string }>;
}

/** The checks that do not hold, in words, from a readiness report. */
export function failedChecks(report: Report): string {
  const failed = Object.entries(report.checks ?? {}).filter(([, { ok }]) => !ok);
  return failed.map(([name, { detail = '' }]) => `${name} ${detail}`.trim()).join('; ');
}

/** `ready`, or `not ready:` and why, of the role at this address. */
export async function readiness(url: string): Promise<string> {
  try {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(ASK_MS) });
    if (answer.ok) return 'ready';
    return `not ready: ${failedChecks((await answer.json()) as Report)}`;
  } catch (error) {
    return `not ready: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Looks at every process of the stack; roles are asked whether they are ready. */
export async function statusOf(stack: StackFile): Promise<ProcessState[]> {
  const urls: Record<string, string> = { ...stack.opsUrls, api: stack.apiUrl };
  const known = Object.keys(stack.pids);
  const names = [...ROLES.filter((role) => known.includes(role))] as string[];
  names.push(...known.filter((name) => !names.includes(name)));
  return Promise.all(
    names.map(async (name) => {
      const pid = stack.pids[name];
      if (pid === undefined || !isAlive(pid)) return { name, pid, state: 'ended' };
      const url = urls[name];
      return { name, pid, state: url === undefined ? 'running' : await readiness(url) };
    }),
  );
}
