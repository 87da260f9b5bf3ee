import { once } from 'node:events';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** What has not ended by then is killed. */
const GRACE_MS = 10_000;

/**
 * Runs `work` and always `stop` after it. A signal ends the work early, a second one kills at once
 * what still runs.
 *
 * @returns what the work answered; undefined when a signal came first
 * @throws what the work threw, after everything was stopped
 */
export async function untilDone<T>(
  work: () => Promise<T>,
  stop: (graceMs: number) => Promise<void>,
): Promise<T | undefined> {
  const told = new AbortController();
  const onSignal = () => {
    if (told.signal.aborted) void stop(0);
    told.abort();
  };
  for (const name of SIGNALS) process.on(name, onSignal);
  // A terminal that was closed must not end the launcher before its children.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const interrupted = once(told.signal, 'abort').then(() => undefined);
  const working = work();
  // What fails because it was interrupted is nobody's concern any more.
  working.catch(() => undefined);
  try {
    return await Promise.race([working, interrupted]);
  } finally {
    await stop(GRACE_MS);
    for (const name of SIGNALS) process.off(name, onSignal);
  }
}

/** Like `untilDone`, for work that goes on after its start: waits for a signal. */
export async function untilStopped(
  start: () => Promise<void>,
  stop: (graceMs: number) => Promise<void>,
): Promise<void> {
  const forever = new Promise<void>(() => undefined);
  await untilDone(() => start().then(() => forever), stop);
}
