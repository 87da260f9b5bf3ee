import { basename } from 'node:path';
import {
  BatchSender,
  completeDays,
  LABORATORY_ACCOUNT,
  laboratoryEvents,
  parseTraceColumns,
  traceEvents,
  windowsBetween,
} from '@app/imports';
import { type EmitOptions, EmitOptionsError } from './emit-options.js';
import { Pace } from './emit-pace.js';
import { EmitProgress } from './emit-progress.js';
import { shuffled } from './emit-shuffle.js';
import { type EmitTarget } from './emit-target.js';

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;

/** What can be sent again without changing anything: its events are fixed before the first is sent. */
export interface Bounded {
  readonly source: string;
  readonly events: readonly string[];
  /** Told on stderr. */
  readonly note?: string;
}

/** The events of a trace file. */
export async function traceOf(file: string, options: EmitOptions): Promise<Bounded> {
  const source = options.source ?? `trace/${encodeURIComponent(basename(file))}`;
  const startMs = options.traceStart === undefined ? undefined : Date.parse(options.traceStart);
  if (Number.isNaN(startMs)) throw new EmitOptionsError('--trace-start is an RFC 3339 instant');
  const events: string[] = [];
  for await (const event of traceEvents(file, {
    source,
    sku: options.sku,
    columns: options.columns === undefined ? {} : parseTraceColumns(options.columns),
    line: options.account === undefined ? {} : { billingAccountId: options.account },
    ...(startMs === undefined ? {} : { startMs }),
  })) {
    events.push(event);
  }
  return { source, events };
}

/** The last complete days of the laboratory. Without a seed each call is another laboratory. */
export function daysOf(options: EmitOptions, now: number): Bounded {
  const seed = options.seed ?? Math.floor(now / 1000);
  const source = options.source ?? `exporter/laboratory/${seed}`;
  const days = completeDays(now, options.days ?? 1);
  const laboratory = {
    seed,
    anchorDay: Date.UTC(new Date(days.start).getUTCFullYear(), 0, 1) / MS_PER_DAY,
    account: options.account ?? LABORATORY_ACCOUNT,
    billed: options.billed,
  };
  const windows = windowsBetween(days.start, days.end, options.step * MS_PER_MINUTE);
  const note = `seed ${seed}: --seed ${seed} sends the same events again`;
  return { source, events: [...laboratoryEvents(laboratory, source, windows)], note };
}

/** Sends all events; answers how many. */
export async function sendBounded(
  bounded: Bounded,
  options: EmitOptions,
  target: EmitTarget,
): Promise<number> {
  const { source, note } = bounded;
  const events =
    options.shuffle === true ? shuffled(bounded.events, options.seed ?? 1) : bounded.events;
  const progress = new EmitProgress(events.length);
  if (note !== undefined) progress.say(note);
  const sender = new BatchSender({
    source,
    send: (records) => target.send(records),
    perRecord: options.batch,
    onRetry: (attempt, error) => {
      progress.say(`attempt ${attempt} failed, trying again: ${String(error)}`);
    },
  });
  const pace = new Pace(options.rate);
  for (const event of events) {
    await pace.next();
    await sender.add(event);
    progress.add(1);
  }
  await sender.flush();
  progress.end();
  return events.length;
}
