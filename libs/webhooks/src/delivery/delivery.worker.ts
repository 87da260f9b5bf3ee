import { setTimeout as pause } from 'node:timers/promises';
import { type Clock, type Database } from '@app/platform';
import { MAX_ATTEMPTS } from '../domain/retry-schedule.js';
import { type Sender } from '../outbound/sender.js';
import { claimDeliveries, type ClaimedDelivery, releaseDelivery } from '../storage/claim.js';
import { type EndpointSecrets } from '../storage/endpoint-secrets.js';
import { readOutbound } from '../storage/outbound.reader.js';
import { receiverClockSkew, webhookAttempts, webhookDuration } from './delivery-metrics.js';
import { headersOf, loggedHeaders } from './headers.js';
import { type Recorder } from './recorder.js';

export interface DeliveryWorkerOptions {
  readonly leaseSeconds: number;
  /** Deliveries under way at once in this process. */
  readonly inFlight: number;
  readonly onError: (error: unknown) => void;
}

/** Claims, sends and records. Crashing anywhere repeats a delivery under its id, never loses it. */
export class DeliveryWorker {
  private readonly running = new Set<Promise<void>>();
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly secrets: EndpointSecrets,
    private readonly sender: Sender,
    private readonly recorder: Recorder,
    private readonly clock: Clock,
    private readonly options: DeliveryWorkerOptions,
  ) {}

  /** Claims what is due and starts sending it; the number of deliveries claimed. */
  async poll(): Promise<number> {
    if (this.stopping || this.running.size >= this.options.inFlight) return 0;
    const claimed = await claimDeliveries(this.database, this.options.leaseSeconds);
    for (const delivery of claimed) this.start(delivery);
    return claimed.length;
  }

  /**
   * Takes nothing new, and ends when all that is under way has been recorded or given back, or after
   * `graceMs`: what is left then has its lease to run out.
   */
  async stop(graceMs: number): Promise<void> {
    this.stopping = true;
    const patience = new AbortController();
    const grace = pause(graceMs, undefined, { signal: patience.signal }).catch(() => undefined);
    await Promise.race([Promise.all(this.running), grace]);
    patience.abort();
  }

  private start(claimed: ClaimedDelivery): void {
    const run = this.deliver(claimed)
      .catch(this.options.onError)
      .finally(() => this.running.delete(run));
    this.running.add(run);
  }

  private async deliver(claimed: ClaimedDelivery): Promise<void> {
    if (this.stopping) {
      await releaseDelivery(this.database, claimed);
      return;
    }
    if (claimed.attempts > MAX_ATTEMPTS) {
      await this.recorder.exhaust(claimed, this.clock.now());
      return;
    }
    const outbound = await readOutbound(this.database.pool, this.secrets, claimed);
    const startedAt = this.clock.now();
    const headers = headersOf(claimed, outbound, startedAt);
    const { endpointId } = claimed;
    const result = await this.sender.send({
      endpointId,
      url: outbound.url,
      headers,
      body: outbound.body,
    });
    webhookAttempts.inc({ outcome: result.failure ?? 'delivered' });
    webhookDuration.observe(result.durationMs / 1000);
    const receiverMs = Date.parse(result.responseHeaders.date ?? '');
    if (!Number.isNaN(receiverMs)) {
      receiverClockSkew.set((receiverMs - this.clock.now().getTime()) / 1000);
    }
    const requestHeaders = loggedHeaders(headers, outbound);
    await this.recorder.record({ claimed, startedAt, requestHeaders, result }, outbound.type);
  }
}
