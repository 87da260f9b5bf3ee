import { type PositionAnswer } from '@app/wire';
import { Query } from '@nestjs/cqrs';
import { type ReadAddress } from './read-address.js';

/** Where a commitment stands at an address. */
export class GetPositionQuery extends Query<PositionAnswer> {
  constructor(
    readonly commitmentId: string,
    readonly at: ReadAddress = {},
  ) {
    super();
  }
}
