import { type ContractSummary, type ListMeta } from '@app/wire';
import { Query } from '@nestjs/cqrs';
import { type ListAnswer, type ListSlice, type ReadAddress } from './read-address.js';

/** Contracts in order of their id. */
export class ListContractsQuery extends Query<ListAnswer<ContractSummary, ListMeta>> {
  constructor(
    readonly slice: ListSlice,
    readonly at: Pick<ReadAddress, 'asOf'> = {},
  ) {
    super();
  }
}
