import {
  AttainmentHeadStore,
  type LedgerAddress,
  positionOf,
  ProjectionBehindError,
} from '@app/commitments';
import { parsePosition, type PositionVector, type WaitQuery } from '@app/wire';
import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 15;
const DEFAULT_WAIT_MS = 2_000;

/** Holds a read of alerts and sources back until what its caller has written is in. */
@Injectable()
export class ReadModelGate {
  constructor(private readonly heads: AttainmentHeadStore) {}

  /** @throws ProjectionBehindError when `waitMs` pass first */
  async pass({ minPosition, waitMs = DEFAULT_WAIT_MS }: WaitQuery): Promise<void> {
    if (minPosition === undefined) return;
    const wanted = parsePosition(minPosition);
    const deadlineMs = performance.now() + waitMs;
    for (;;) {
      const head = await this.heads.read();
      if (includes(head, wanted)) return;
      if (performance.now() >= deadlineMs) {
        throw new ProjectionBehindError(minPosition, positionOf(head));
      }
      await pause(POLL_MS);
    }
  }
}

/** Whether the read model holds all that a token names, shard by shard. */
export function includes(head: LedgerAddress, { shards, offsets }: PositionVector): boolean {
  const known = new Map([[-1, head.contractPosition], ...head.shards]);
  return (
    [...shards].every(([shard, seq]) => (known.get(shard) ?? 0n) >= seq) &&
    [...offsets].every(([shard, offset]) => (head.offsets.get(shard) ?? 0n) >= offset)
  );
}
