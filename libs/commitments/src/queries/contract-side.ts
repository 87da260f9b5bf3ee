import { EventStore } from '@app/event-store';
import { Clock } from '@app/platform';
import { type ListMeta } from '@app/wire';
import { type ReadAddress } from './read-address.js';

/** Freshness of answers that rest on the contract side alone: they read the store itself. */
export class ContractSide {
  constructor(
    private readonly eventStore: EventStore,
    private readonly clock: Clock,
  ) {}

  async meta({ asOf }: Pick<ReadAddress, 'asOf'>): Promise<ListMeta> {
    const head = await this.eventStore.head();
    return {
      asOf: asOf ?? head.recordedAt ?? this.now(),
      position: `-1:${head.position.toString()}`,
    };
  }

  now(): string {
    return this.clock.now().toISOString();
  }
}
