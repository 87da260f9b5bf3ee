import { type DiffAnswer } from '@app/wire';
import { Query } from '@nestjs/cqrs';
import { type ReadAddress } from './read-address.js';

/** Between which recorded times; `to` is now unless it is given. */
export interface DiffMoments extends Pick<ReadAddress, 'minPosition' | 'waitMs'> {
  readonly from: string;
  readonly to?: string | undefined;
}

/** Why figures of a commitment changed between two moments, by cause. */
export class GetDiffQuery extends Query<DiffAnswer> {
  constructor(
    readonly commitmentId: string,
    readonly moments: DiffMoments,
  ) {
    super();
  }
}
