import { setTimeout as pause } from 'node:timers/promises';
import {
  FileExporterState,
  laboratoryLines,
  UsageExporter,
  type Window,
  windowsBetween,
} from '@app/imports';
import { SystemClock } from '@app/platform';
import { type EmitOptions } from './emit-options.js';
import { EmitProgress } from './emit-progress.js';
import { laboratoryAt, liveStepMs, type StreamCursor, StreamPlace } from './emit-stream-place.js';
import { type EmitTarget } from './emit-target.js';

const MS_PER_DAY = 86_400_000;
const CLOSE_MS = 5_000;

export interface StreamOptions {
  readonly source: string;
  readonly statePath: string;
  readonly target: EmitTarget;
  /** Ends the stream; what is under way has five seconds to be confirmed. */
  readonly stop: AbortSignal;
}

/**
 * An exporter that keeps its place: back-fills in windows of a day up to now, then, if live, goes on
 * in windows of a few seconds until it is stopped. Started again, it goes on where it was.
 */
export async function emitStream(options: EmitOptions, stream: StreamOptions): Promise<number> {
  const { stop } = stream;
  const progress = new EmitProgress(undefined);
  const cancel = new AbortController();
  stop.addEventListener('abort', () => {
    setTimeout(() => {
      cancel.abort();
    }, CLOSE_MS).unref();
  });
  try {
    const exporter = await open(options, stream, cancel.signal, progress);
    await run(exporter, options, stop, progress);
    await exporter.close();
  } catch (error) {
    if (!cancel.signal.aborted) throw error;
    progress.say('the last batch is not confirmed: it is sent again at the next start');
  }
  progress.end();
  return progress.events;
}

function open(
  options: EmitOptions,
  { source, statePath, target }: StreamOptions,
  signal: AbortSignal,
  progress: EmitProgress,
): Promise<UsageExporter> {
  return UsageExporter.open({
    source,
    state: new FileExporterState(statePath),
    clock: new SystemClock(),
    send: (records) => target.send(records),
    perRecord: options.batch,
    signal,
    onRetry: (attempt, error) => {
      progress.say(`attempt ${attempt} failed, trying again: ${String(error)}`);
    },
  });
}

async function run(
  exporter: UsageExporter,
  options: EmitOptions,
  stop: AbortSignal,
  progress: EmitProgress,
): Promise<void> {
  const stepMs = liveStepMs(options.rate);
  const now = (): number => Math.floor(Date.now() / stepMs) * stepMs;
  const place = StreamPlace.from(exporter.cursor, options.backFillFrom, now());
  const send = async (window: Window, done: number): Promise<void> => {
    const { anchorDay } = place.cursor;
    const lines = laboratoryLines(laboratoryAt(options, anchorDay), window.start, window.end);
    for (const [at, line] of lines.entries()) {
      if (at < done) continue;
      const cursor: StreamCursor = { ...window, anchorDay, done: at + 1 };
      await exporter.emit(line, JSON.stringify(cursor));
      progress.add(1);
    }
    place.cursor = { ...window, anchorDay, done: lines.length };
  };
  await send(place.cursor, place.cursor.done);
  do {
    for (const window of windowsBetween(place.cursor.end, now(), MS_PER_DAY)) {
      if (!stop.aborted) await send(window, 0);
    }
    await exporter.flush();
    if (options.live !== true) return;
    const waitMs = Math.max(50, place.cursor.end + stepMs - Date.now());
    await pause(waitMs, undefined, { signal: stop }).catch(() => undefined);
  } while (!stop.aborted);
}
