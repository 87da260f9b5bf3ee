import { type Day } from '@app/calendar';
import { type Entry, type Meta } from '@app/wire';
import { Query } from '@nestjs/cqrs';
import { type ListAnswer, type ListSlice, type ReadAddress } from './read-address.js';

/** Days of the draw-down ledger; the default is the whole term. */
export interface EntriesRange {
  readonly from?: Day | undefined;
  /** Exclusive. */
  readonly to?: Day | undefined;
}

/** The draw-down ledger in order of (day, class, series group), with the balance after each entry. */
export class GetEntriesQuery extends Query<ListAnswer<Entry, Meta>> {
  constructor(
    readonly commitmentId: string,
    readonly range: EntriesRange,
    readonly slice: ListSlice,
    readonly at: ReadAddress = {},
  ) {
    super();
  }
}
