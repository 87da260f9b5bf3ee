import { type Day } from '@app/calendar';
import { type GroupDimension, type SeriesAnswer } from '@app/wire';
import { Query } from '@nestjs/cqrs';
import { type ReadAddress } from './read-address.js';

/** What the burn-up shows. */
export interface SeriesRequest {
  /** Default P1D. */
  readonly interval?: SeriesAnswer['interval'] | undefined;
  /** Running totals since the start of the term, not the sums of each interval. Default true. */
  readonly cumulative?: boolean | undefined;
  readonly groupBy?: readonly GroupDimension[] | undefined;
  /** First day. Default: start of the term. */
  readonly from?: Day | undefined;
  /** Exclusive. Default: end of the term. */
  readonly to?: Day | undefined;
}

/** The burn-up: counted, required (step) and pace line by interval. */
export class GetSeriesQuery extends Query<SeriesAnswer> {
  constructor(
    readonly commitmentId: string,
    readonly request: SeriesRequest = {},
    readonly at: ReadAddress = {},
  ) {
    super();
  }
}
