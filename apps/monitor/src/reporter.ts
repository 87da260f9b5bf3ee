import { type CommitmentState, type LedgerAddress, silentSources } from '@app/commitments';
import { type Health } from '@app/platform';
import {
  leaseHeld,
  readModelLag,
  sourcesSilent,
  suspenseLines,
  watermarkTime,
} from './monitor.metrics.js';

const LEASE = 'monitor';
const DATABASE = 'database';
const READ_MODEL = 'read-model';

/** Names of what `/readyz` reports. */
export const CHECKS = [DATABASE, LEASE, READ_MODEL] as const;

/** Says on `/readyz` and `/metrics` how this monitor is doing. */
export class Reporter {
  private asOf: string | null = null;

  constructor(private readonly health: Health) {}

  standingBy(): void {
    leaseHeld.set({ lease: LEASE }, 0);
    this.health.set(DATABASE, true);
    this.health.set(LEASE, true, 'stand-by: another monitor holds the lease');
    this.health.set(READ_MODEL, true, 'kept by the holder of the lease');
  }

  holding(fence: bigint): void {
    leaseHeld.set({ lease: LEASE }, 1);
    this.health.set(DATABASE, true);
    this.health.set(LEASE, true, `held with fence ${fence.toString()}`);
    this.health.set(READ_MODEL, false, 'loading the ledger');
  }

  polled(): void {
    this.health.set(DATABASE, true);
  }

  flushed(states: readonly CommitmentState[], address: LedgerAddress, now: Date): void {
    this.health.set(READ_MODEL, true, `follows the ledger; ${states.length} commitments`);
    if (address.asOf !== this.asOf) {
      // A ledger at rest is not behind: the lag is that of the newest fact when it was written.
      this.asOf = address.asOf;
      const lagMs = address.asOf === null ? 0 : now.getTime() - Date.parse(address.asOf);
      readModelLag.set({ model: 'attainment' }, Math.max(0, lagMs) / 1_000);
    }
    const silent = new Set(states.flatMap(({ sources }) => silentSources(sources, now)));
    sourcesSilent.set(silent.size);
    suspenseLines.set(states.reduce((sum, state) => sum + linesInSuspense(state), 0));
    for (const { commitment, watermark } of states) {
      if (watermark === null) continue;
      watermarkTime.set({ commitment: commitment.commitmentId }, Date.parse(watermark) / 1_000);
    }
  }

  failed(error: unknown): void {
    leaseHeld.set({ lease: LEASE }, 0);
    const detail = error instanceof Error ? error.message : String(error);
    this.health.set(DATABASE, false, detail);
    this.health.set(LEASE, false, 'not held');
    this.health.set(READ_MODEL, false, 'stands still');
  }

  stopped(): void {
    leaseHeld.set({ lease: LEASE }, 0);
  }
}

function linesInSuspense({ attainment: { suspense } }: CommitmentState): number {
  return Number(suspense.unpricedLines + suspense.basisMissingLines);
}
