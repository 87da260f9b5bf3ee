import { setTimeout as pause } from 'node:timers/promises';
import { parsePosition, type PositionVector } from '@app/wire';
import { type LedgerAddress } from '../projections/ledger-address.js';
import { positionOf } from '../projections/position-of.js';
import { AttainmentHeadStore } from '../storage/attainment-head.store.js';
import { ProjectionBehindError } from './projection-behind.error.js';
import { type ReadAddress } from './read-address.js';

const POLL_MS = 15;
const DEFAULT_WAIT_MS = 2_000;

/** Holds a read back until the read models include what its caller has written. */
export class PositionGate {
  private reading: ReturnType<AttainmentHeadStore['read']> | undefined;

  constructor(private readonly heads: AttainmentHeadStore) {}

  /** @throws ProjectionBehindError when `waitMs` pass before `minPosition` is reached */
  async pass({ minPosition, waitMs }: ReadAddress): Promise<void> {
    if (minPosition === undefined) return;
    const wanted = parsePosition(minPosition);
    const deadline = performance.now() + (waitMs ?? DEFAULT_WAIT_MS);
    for (;;) {
      const head = await this.head();
      if (hasReached(head, wanted)) return;
      if (performance.now() >= deadline) {
        throw new ProjectionBehindError(minPosition, positionOf(head));
      }
      await pause(POLL_MS);
    }
  }

  /** One look at a time serves all who wait. */
  private head(): ReturnType<AttainmentHeadStore['read']> {
    this.reading ??= this.heads.read().finally(() => {
      this.reading = undefined;
    });
    return this.reading;
  }
}

/** Whether everything that a token names is in: `a >= b` if so in every shard of `b`. */
export function hasReached(head: LedgerAddress, wanted: PositionVector): boolean {
  const shards = [...wanted.shards].every(([shard, at]) =>
    shard === -1 ? head.contractPosition >= at : (head.shards.get(shard) ?? 0n) >= at,
  );
  return (
    shards && [...wanted.offsets].every(([shard, at]) => (head.offsets.get(shard) ?? 0n) >= at)
  );
}
