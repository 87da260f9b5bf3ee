import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { daysOf, sendBounded, traceOf } from './emit-bounded.js';
import { checkOptions, type EmitOptions, EmitOptionsError } from './emit-options.js';
import { emitStream } from './emit-stream.js';
import { type EmitTarget, openTarget } from './emit-target.js';
import { devFolders } from './project-root.js';

export { EmitOptionsError };

const STREAM_SOURCE = 'exporter/laboratory';

/** Runs `ledger emit`: progress on stderr, the summary with its position token on stdout. */
export async function emit(options: EmitOptions): Promise<void> {
  checkOptions(options);
  const isStream = options.live === true || options.backFillFrom !== undefined;
  if (isStream) {
    await runStream(options);
    return;
  }
  const bounded =
    options.trace === undefined
      ? daysOf(options, Date.now())
      : await traceOf(options.trace, options);
  const target = await openTarget(options, undefined, say);
  try {
    report(options, bounded.source, await sendBounded(bounded, options, target), target);
  } finally {
    await target.close();
  }
}

async function runStream(options: EmitOptions): Promise<void> {
  const stopping = new AbortController();
  const stop = (): void => {
    stopping.abort();
  };
  // Once each: a second signal ends the process at once.
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const target = await openTarget(
    options,
    options.live === true ? stopping.signal : undefined,
    say,
  );
  try {
    const source = options.source ?? STREAM_SOURCE;
    const statePath = options.state ?? defaultStatePath(target.name, source);
    const stream = { source, statePath, target, stop: stopping.signal };
    report(options, source, await emitStream(options, stream), target);
  } finally {
    await target.close();
  }
}

/** One counter per cluster, topic and source. */
function defaultStatePath(target: string, source: string): string {
  const name = createHash('sha256').update(`${target}\n${source}`).digest('hex').slice(0, 32);
  return join(devFolders().state, 'exporters', `${name}.json`);
}

function report(options: EmitOptions, source: string, events: number, target: EmitTarget): void {
  const { position } = target;
  process.stdout.write(
    options.json === true
      ? `${JSON.stringify({ source, events, position })}\n`
      : `${events} events of ${source} are on the topic; position ${position || 'unchanged'}\n`,
  );
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
