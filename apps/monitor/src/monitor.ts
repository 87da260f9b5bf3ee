import { setTimeout as pause } from 'node:timers/promises';
import { type LoggerService } from '@nestjs/common';
import { backOffMs, isOutage, type Lease } from '@app/platform';
import { isOver, Tenure, type TenureParts } from './tenure.js';

/** How often a stand-by asks for the lease. */
const STAND_BY_MS = 500;

export interface MonitorParts extends TenureParts {
  readonly logger: LoggerService;
  readonly renewMs: number;
}

/** Holds the lease whenever it can, and follows the ledger while it does; never gives up. */
export class Monitor {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(private readonly parts: MonitorParts) {}

  start(): void {
    this.running = this.run();
  }

  /** Finishes the flush in flight and gives the lease up. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    this.parts.reporter.stopped();
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    let failures = 0;
    while (!signal.aborted) {
      try {
        await this.tryOnce(signal);
        failures = 0;
      } catch (error) {
        if (isOver(signal)) return;
        failures += 1;
        this.explain(error);
        await this.wait(backOffMs(failures, Math.random()));
      }
    }
  }

  private async tryOnce(signal: AbortSignal): Promise<void> {
    const { lease, reporter, logger } = this.parts;
    const fence = await lease.acquire();
    if (fence === null) {
      reporter.standingBy();
      await this.wait(STAND_BY_MS);
      return;
    }
    reporter.holding(fence);
    logger.log({ message: 'lease taken', lease: lease.name, fence: fence.toString() });
    const holding = new AbortController();
    const renewing = renew(lease, fence, this.parts.renewMs, holding);
    try {
      await new Tenure(this.parts, fence).run(AbortSignal.any([signal, holding.signal]));
    } finally {
      holding.abort();
      await renewing;
      if (signal.aborted) await lease.release(fence).catch(this.explain.bind(this));
    }
  }

  private explain(error: unknown): void {
    const { reporter, logger } = this.parts;
    reporter.failed(error);
    const code = (error as { code?: unknown }).code;
    const passing = isOutage(error) || code === 'fence-lost';
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (passing) logger.warn({ message: 'standing down', code, detail });
    else logger.error({ message: 'monitor failed', code, detail });
  }

  private async wait(ms: number): Promise<void> {
    // Cut short by stop(): the loop looks at the signal itself.
    await pause(ms, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}

/** Renews until `holding` aborts; aborts it when the lease is lost or cannot be renewed in time. */
async function renew(
  lease: Lease,
  fence: bigint,
  renewMs: number,
  holding: AbortController,
): Promise<void> {
  const { signal } = holding;
  while (!signal.aborted) {
    await pause(renewMs, undefined, { signal }).catch(() => undefined);
    if (isOver(signal)) return;
    // An error says nothing about the lease: the fence decides at the next flush.
    if (!(await lease.renew(fence).catch(() => true))) holding.abort();
  }
}
