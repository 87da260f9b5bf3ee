import { setTimeout as pause } from 'node:timers/promises';
import { backOffMs } from '@app/platform';
import { packRecords, type SendRecords } from './exporter-record.js';

export interface BatchSenderOptions {
  readonly source: string;
  readonly send: SendRecords;
  /** Events of one sending; 1 to 1,000. */
  readonly batchEvents?: number;
  /** How long an event may wait for others. */
  readonly batchMs?: number;
  /** Events in one record; 1 = a structured event a record. At most `batchEvents`. */
  readonly perRecord?: number;
  /** Runs before a batch is sent for the first time; the batch waits for it. */
  readonly beforeSend?: (events: readonly string[]) => Promise<void>;
  /** Told of each failed attempt; there is always another one. */
  readonly onRetry?: (attempt: number, error: unknown) => void;
  /** Ends waiting and retrying; what was not confirmed stays unsent. */
  readonly signal?: AbortSignal;
}

export const BATCH_EVENTS = 1_000;
export const BATCH_MS = 100;

/**
 * Sends events of one source in order, in batches of 1,000 events or 100 ms, one batch at a time,
 * again and again until each is confirmed.
 */
export class BatchSender {
  private waiting: string[] = [];
  private timer: NodeJS.Timeout | undefined;
  private sending: Promise<void> = Promise.resolve();
  private failure: unknown;

  constructor(private readonly options: BatchSenderOptions) {}

  /** Takes one event (JSON text). Waits while a full batch is still being sent: back-pressure. */
  async add(event: string): Promise<void> {
    this.throwFailure();
    this.waiting.push(event);
    if (this.waiting.length < this.batchEvents) {
      this.timer ??= setTimeout(() => {
        this.release();
      }, this.options.batchMs ?? BATCH_MS);
      return;
    }
    const before = this.sending;
    this.release();
    await before;
    this.throwFailure();
  }

  /** Resolves when everything added so far is confirmed. */
  async flush(): Promise<void> {
    this.release();
    await this.sending;
    this.throwFailure();
  }

  private get batchEvents(): number {
    return this.options.batchEvents ?? BATCH_EVENTS;
  }

  private release(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const batch = this.waiting;
    this.waiting = [];
    if (batch.length === 0) return;
    this.sending = this.sending
      .then(() => (this.failure === undefined ? this.deliver(batch) : undefined))
      .catch((error: unknown) => {
        this.failure = error;
      });
  }

  private async deliver(events: readonly string[]): Promise<void> {
    const { source, send, beforeSend, onRetry, signal } = this.options;
    await beforeSend?.(events);
    const records = packRecords(source, events, this.options.perRecord ?? this.batchEvents);
    for (let attempt = 1; ; attempt += 1) {
      signal?.throwIfAborted();
      try {
        await orAborted(send(records), signal);
        return;
      } catch (error) {
        signal?.throwIfAborted();
        onRetry?.(attempt, error);
        await pause(backOffMs(attempt, Math.random()), undefined, signal && { signal });
      }
    }
  }

  private throwFailure(): void {
    if (this.failure !== undefined) throw this.failure as Error;
  }
}

/** A send that hangs must not hold up the end. */
async function orAborted(work: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) return work;
  let onAbort: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => {
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', onAbort);
  });
  // Whichever loses is watched by nobody any more, and that is no crash.
  work.catch(() => undefined);
  try {
    await Promise.race([work, aborted]);
  } finally {
    if (onAbort !== undefined) signal.removeEventListener('abort', onAbort);
  }
}
