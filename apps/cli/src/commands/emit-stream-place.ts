import { dayNumber } from '@app/calendar';
import { type Laboratory, LABORATORY_ACCOUNT } from '@app/imports';
import { z } from 'zod';
import { type EmitOptions } from './emit-options.js';

const MS_PER_DAY = 86_400_000;
const LIVE_RATE = 5;
/** Lines of one window of the laboratory: one per meter. */
const WINDOW_LINES = 26;

const StreamCursor = z.strictObject({
  start: z.number(),
  end: z.number(),
  /** Day number that the laboratory grows from: fixed at the first start. */
  anchorDay: z.number(),
  /** Lines of the window that are in a persisted batch. */
  done: z.number(),
});
export type StreamCursor = z.infer<typeof StreamCursor>;

/** How far a stream has come. */
export class StreamPlace {
  private constructor(public cursor: StreamCursor) {}

  /** Where the stream was; at its first start the day to back-fill from, or now. */
  static from(
    persisted: string | undefined,
    backFillFrom: string | undefined,
    now: number,
  ): StreamPlace {
    if (persisted !== undefined) return new StreamPlace(StreamCursor.parse(JSON.parse(persisted)));
    const newYear = Date.UTC(new Date(now).getUTCFullYear(), 0, 1) / MS_PER_DAY;
    const anchorDay = backFillFrom === undefined ? newYear : dayNumber(backFillFrom);
    const start = backFillFrom === undefined ? now : anchorDay * MS_PER_DAY;
    return new StreamPlace({ start, end: start, anchorDay, done: 0 });
  }
}

export function laboratoryAt(options: EmitOptions, anchorDay: number): Laboratory {
  return {
    seed: options.seed ?? 1,
    anchorDay,
    account: options.account ?? LABORATORY_ACCOUNT,
    billed: options.billed,
  };
}

/** Length of a live window in whole seconds, so that it brings about `rate` events a second. */
export function liveStepMs(rate = LIVE_RATE): number {
  return Math.max(1, Math.round(WINDOW_LINES / rate)) * 1000;
}
