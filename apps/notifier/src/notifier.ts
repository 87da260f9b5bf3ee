import { setTimeout as pause } from 'node:timers/promises';
import { backOffMs, type Database, EXIT_MISMATCH, type Health, isOutage } from '@app/platform';
import {
  type DeliveryWorker,
  type EndpointSecrets,
  KeyringError,
  type Sender,
  WakeUp,
} from '@app/webhooks';
import { type LoggerService } from '@nestjs/common';
import { sweep } from './sweep.js';

const POLL_MS = 250;
const SWEEP_MS = 5_000;
const DATABASE = 'database';
const KEYRING = 'keyring';
/** For requests under way when the process is told to end; then their connections are cut. */
const GRACE_MS = 10_000;
const LAST_WORDS_MS = 2_000;

/** Names of what `/readyz` reports. */
export const CHECKS = [DATABASE, KEYRING] as const;

export interface NotifierParts {
  readonly database: Database;
  readonly secrets: EndpointSecrets;
  readonly worker: DeliveryWorker;
  readonly sender: Sender;
  readonly health: Health;
  readonly logger: LoggerService;
}

/** Follows the outbox: woken by commits, and looking for itself four times a second besides. */
export class Notifier {
  private readonly stopping = new AbortController();
  private readonly wakeUp: WakeUp;
  private wake = new AbortController();
  private running: Promise<void> | undefined;
  private sweptAt = -Infinity;

  constructor(private readonly parts: NotifierParts) {
    this.wakeUp = new WakeUp(parts.database, () => {
      this.wake.abort();
    });
  }

  start(): void {
    this.running = this.run();
  }

  /** Claims nothing more; what is under way is finished or given back. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    const { worker, sender } = this.parts;
    await worker.stop(GRACE_MS);
    // A request that is cut is recorded as a failed try: another notifier takes the next.
    await sender.close();
    await worker.stop(LAST_WORDS_MS);
    this.wakeUp.close();
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    let failures = 0;
    while (!signal.aborted) {
      try {
        // Whatever is written from here on aborts the pause after this round.
        this.wake = new AbortController();
        const busy = await this.round();
        failures = 0;
        if (!busy) await this.wait(POLL_MS, AbortSignal.any([signal, this.wake.signal]));
      } catch (error) {
        failures += 1;
        this.explain(error);
        await this.wait(backOffMs(failures, Math.random()), signal);
      }
    }
  }

  /** True when there may be more to claim at once. */
  private async round(): Promise<boolean> {
    const { database, worker, health } = this.parts;
    await this.wakeUp.listen();
    if (performance.now() - this.sweptAt >= SWEEP_MS) {
      await this.checkKeyring();
      await sweep(database);
      this.sweptAt = performance.now();
    }
    const claimed = await worker.poll();
    health.set(DATABASE, true);
    return claimed > 0;
  }

  private async checkKeyring(): Promise<void> {
    const { database, secrets, health } = this.parts;
    const missing = await secrets.missingKeys(database.pool);
    if (missing.length > 0) throw new KeyringError(`the keyring lacks ${missing.join(', ')}`);
    health.set(KEYRING, true);
  }

  private explain(error: unknown): void {
    const { health, logger } = this.parts;
    const detail = error instanceof Error ? error.message : String(error);
    if (error instanceof KeyringError) {
      // Secrets that cannot be opened: no retry cures it.
      logger.error({ message: 'keyring does not fit', detail });
      process.exit(EXIT_MISMATCH);
    }
    health.set(DATABASE, false, detail);
    if (isOutage(error)) logger.warn({ message: 'database is away', detail });
    else logger.error({ message: 'notifier failed', detail });
  }

  private async wait(ms: number, signal: AbortSignal): Promise<void> {
    // Cut short by stop() or by a wake-up: the loop looks for itself.
    await pause(ms, undefined, { signal }).catch(() => undefined);
  }
}
