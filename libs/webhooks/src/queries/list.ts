import { EventStore } from '@app/event-store';
import { Clock } from '@app/platform';
import { type ListMeta } from '@app/wire';
import { Injectable } from '@nestjs/common';

/** One slice of a list: the rows after a key, in key order. */
export interface ListSlice {
  /** 1..1000 */
  readonly limit: number;
  /** Key of the last row of the slice before. */
  readonly after?: string | undefined;
}

/** A slice of a list; `next` is the key to go on after, null on the last slice. */
export interface ListAnswer<Row> {
  readonly data: Row[];
  readonly next: string | null;
  readonly meta: ListMeta;
}

/** Moment and place of the contract side that a list is read at. */
@Injectable()
export class ListMoment {
  constructor(
    private readonly eventStore: EventStore,
    private readonly clock: Clock,
  ) {}

  async meta(): Promise<ListMeta> {
    const { position } = await this.eventStore.head();
    return { asOf: this.clock.now().toISOString(), position: `-1:${position.toString()}` };
  }
}

/** Key to go on after; null when the slice was not full. */
export function nextKey(keys: readonly string[], { limit }: ListSlice): string | null {
  return keys.length < limit ? null : (keys.at(-1) ?? null);
}
