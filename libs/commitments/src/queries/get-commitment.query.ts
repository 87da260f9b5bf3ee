import { type CommitmentAnswer } from '@app/wire';
import { Query } from '@nestjs/cqrs';
import { type ReadAddress } from './read-address.js';

/** One commitment: its terms in force at `through`, as known `asOf`. */
export class GetCommitmentQuery extends Query<CommitmentAnswer> {
  constructor(
    readonly commitmentId: string,
    readonly at: ReadAddress = {},
  ) {
    super();
  }
}
