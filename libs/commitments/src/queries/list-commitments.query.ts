import { type CommitmentSummary, type ListMeta } from '@app/wire';
import { Query } from '@nestjs/cqrs';
import { type ListAnswer, type ListSlice, type ReadAddress } from './read-address.js';

/** The portfolio: commitments in order of their id, with their headline when asked for. */
export class ListCommitmentsQuery extends Query<ListAnswer<CommitmentSummary, ListMeta>> {
  constructor(
    readonly slice: ListSlice,
    readonly include: { readonly position: boolean },
    readonly at: ReadAddress = {},
  ) {
    super();
  }
}
