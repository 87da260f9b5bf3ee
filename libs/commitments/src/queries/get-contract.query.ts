import { type ContractAnswer } from '@app/wire';
import { Query } from '@nestjs/cqrs';
import { type ReadAddress } from './read-address.js';

/** One contract with its commitments, capital and full history of amendments. */
export class GetContractQuery extends Query<ContractAnswer> {
  constructor(
    readonly contractId: string,
    readonly at: Pick<ReadAddress, 'asOf'> = {},
  ) {
    super();
  }
}
