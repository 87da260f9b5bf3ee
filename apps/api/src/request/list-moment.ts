import { EventStore } from '@app/event-store';
import { Clock } from '@app/platform';
import type { ListMeta } from '@app/wire';
import { Injectable } from '@nestjs/common';

/** At which moment of the contract side a list was read. */
@Injectable()
export class ListMoment {
  constructor(
    private readonly eventStore: EventStore,
    private readonly clock: Clock,
  ) {}

  /** To be read before the list, so that the list holds at least what the position says. */
  async now(): Promise<ListMeta> {
    const { position } = await this.eventStore.head();
    return { asOf: this.clock.now().toISOString(), position: `-1:${position.toString()}` };
  }
}
