import { type ListMeta, type StatementSummary } from '@app/wire';
import { Query } from '@nestjs/cqrs';
import { type ListAnswer, type ListSlice, type ReadAddress } from './read-address.js';

/** Statements of a commitment, in order of (period, version). */
export class ListStatementsQuery extends Query<ListAnswer<StatementSummary, ListMeta>> {
  constructor(
    readonly commitmentId: string,
    readonly slice: ListSlice,
    readonly at: Pick<ReadAddress, 'asOf'> = {},
  ) {
    super();
  }
}
